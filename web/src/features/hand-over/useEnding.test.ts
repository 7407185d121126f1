import { expect, it, vi } from 'vitest'
import type { Delegation } from '@/api/life'
import { answerWith } from '@tests/support/answers'
import { grantsOf, useEnding } from './useEnding'

const grant = (id: string, person: string, principal: string, state: Delegation['state']) =>
  ({ id, state, person: { id: person, name: person }, principal: { id: principal, name: principal } }) as Delegation

it('what he gave and what he holds, while it is in force or to come', () => {
  const all = [grant('1', 'a', 'b', 'in_force'), grant('2', 'b', 'a', 'to_come'), grant('3', 'a', 'b', 'ended'), grant('4', 'c', 'b', 'in_force')]
  expect(grantsOf(all, 'a').map((each) => each.id)).toEqual(['1', '2'])
})

it('one that is refused stays and says why, the others are ended', async () => {
  answerWith({
    'POST /api/delegations/1/end': { status: 409, json: { title: '内容已被他人更新', detail: '授权已经终止', status: 409 } },
    'POST /api/delegations/2/end': { json: {} },
  })
  const reload = vi.fn(async () => undefined)
  const { chosen, reason, failed, end } = useEnding(reload)
  chosen.value = ['1', '2']
  reason.value = '离职'
  expect(await end()).toBe(1)
  expect(failed.value).toEqual({ 1: '授权已经终止' })
  expect(reload).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
