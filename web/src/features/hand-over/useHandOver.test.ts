import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Colleague } from '@/api/types'
import { handOver, type Holdings } from '@/api/life'
import { takers, useHandOver } from './useHandOver'

const person = (id: string, ...roles: string[]): Colleague => ({ id, name: id, roles, unit: 'u', unit_name: 'u', certificate_no: '' })
const people = [person('zhou', 'HANDLER'), person('he', 'HANDLER'), person('tang', 'HANDLER'), person('lu', 'LEADER')]
const one = (no: string, ...handlers: string[]) => ({ no, cause: '', party: '', state_label: '', handlers, handler_names: [], tasks: 0 })
const held: Holdings = {
  person: { id: 'zhou', name: '周敏' }, posts: [], proposals: [], grants: [], may_hand_over: true, may_end_posts: false, today: '2026-11-22',
  cases: [one('a', 'zhou', 'he'), one('b', 'zhou')],
}
afterEach(() => vi.restoreAllMocks())

describe('who takes over', () => {
  it('is an officer, another, and not yet a handler', () =>
    expect(takers(people, 'zhou', ['zhou', 'he']).map((each) => each.id)).toEqual(['tang']))
})

describe('handing over', () => {
  it('gives all to one where he can take it, and keeps what was refused to be tried again', async () => {
    const work = useHandOver(() => people, () => held)
    work.giveAll('he')
    expect(work.moves.value).toEqual([{ no: 'b', to: 'he' }])
    work.chosen.value.a = 'tang'
    vi.spyOn(handOver, 'hand').mockResolvedValue({
      results: [{ no: 'a', done: false, proposals: 0, message: '不能' }, { no: 'b', done: true, proposals: 1 }],
    })
    await work.submit()
    expect(work.results.value.a?.message).toBe('不能')
    expect(work.moves.value).toEqual([{ no: 'a', to: 'tang' }])
  })
})
