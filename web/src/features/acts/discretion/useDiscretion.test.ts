import { describe, expect, it } from 'vitest'
import type { CaseView, Violation } from '@/api/types'
import { discretionRequest } from './useDiscretion'
import { versionOn } from './versions'

const view = {
  agency: { code: '990101', name: '' },
  parties: [{ id: 'p1', kind: 'person', name: '冯启明', born: '1979-06-12' }],
  facts: { violations: [{ id: 'filed', name: '' }], act_start: '2024-04-15', act_end: '2024-05-16', found_on: '2024-05-16' },
} as unknown as CaseView
const input = { view, party: '', penalty: {}, stated: {}, on: '2024-07-04T09:30:00+08:00' }

describe('the request', () => {
  it('knows from the case what the officer need not type', () => {
    expect(discretionRequest(input)).toEqual({
      violation_id: 'filed',
      jurisdiction: '990101',
      act_start: '2024-04-15',
      act_end: '2024-05-16',
      discovered_on: '2024-05-16',
      decision_on: '2024-07-04',
      actor: { kind: 'natural', age: 44 },
    })
  })
  it('takes the item and the sum of the penalty, and circumstances with their evidence', () => {
    const circumstances = [{ code: 'intentional', evidence_ids: ['ev1'] }, { code: 'cooperates', evidence_ids: [] }]
    const request = discretionRequest({ ...input, penalty: { violations: ['proposed'], fine: '86000' }, stated: { circumstances } })
    expect(request).toMatchObject({ violation_id: 'proposed', proposed_fine: '86000', circumstances })
  })
  it('waits for a case and an item', () => {
    expect(discretionRequest({ ...input, view: null })).toBeNull()
    expect(discretionRequest({ ...input, view: { ...view, facts: {} } })).toBeNull()
  })
})

const version = (from: string, to: string | null) => ({ from, to }) as NonNullable<Violation['versions']>[number]
const item = { id: 'x', name: 'x', versions: [version('2015-10-01', '2021-04-28'), version('2021-04-29', null)] } as Violation

it.each([
  ['2018-01-01', '2015-10-01', 'in force at the act'],
  ['2024-05-16', '2021-04-29', 'the newest'],
  ['1999-01-01', '2021-04-29', 'before all of them: the newest is asked'],
  [undefined, '2021-04-29', 'no day yet'],
])('for an act that ended on %s the version of %s (%s)', (day, from, _why) => {
  expect(versionOn(item, day)?.from).toBe(from)
})
