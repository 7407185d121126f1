import { describe, expect, it } from 'vitest'
import type { ExplorerItem } from '@/api/types'
import { explorationRequest, firstDay, versionOf, type Exploration } from './exploration'

const item = {
  id: 'food.expired',
  versions: [{ from: '2021-04-29', to: '2025-11-30' }, { from: '2025-12-01', to: null }],
} as unknown as ExplorerItem
const ended = { id: 'x', versions: [{ from: '2015-01-01', to: '2020-10-22' }] } as unknown as ExplorerItem
const coming = { id: 'y', versions: [{ from: '2027-01-01', to: null }] } as unknown as ExplorerItem

const tried: Exploration = {
  day: '2026-03-01', jurisdiction: 'CN', actor: 'entity', facts: {}, circumstances: [], serious: [], proposed: '',
}

describe('what is tried', () => {
  it('says only what was filled in', () => {
    const request = explorationRequest(item, { ...tried, facts: { goods_value: '3000', loss: '', harm: undefined } }, '2026-11-21')
    expect(request).toEqual({
      violation_id: 'food.expired', jurisdiction: 'CN', act_start: '2026-03-01', act_end: '2026-03-01',
      discovered_on: '2026-03-01', decision_on: '2026-11-21', actor: { kind: 'entity' }, facts: { goods_value: '3000' },
    })
  })
  it('takes each chosen circumstance as proved', () => {
    const request = explorationRequest(item, { ...tried, circumstances: ['cooperates'], serious: ['other_serious'], proposed: '50000' }, '2026-11-21')
    expect(request.circumstances).toEqual([{ code: 'cooperates', evidence_ids: ['试算'] }])
    expect(request.serious_facts).toEqual([{ code: 'other_serious', evidence_ids: ['试算'] }])
    expect(request.proposed_fine).toBe('50000')
  })
  it('never decides before the act', () => {
    expect(explorationRequest(coming, { ...tried, day: '2027-01-01' }, '2026-11-21').decision_on).toBe('2027-01-01')
  })
})

it.each([
  [item, '2026-11-21', '2026-11-21', 'a text is in force'],
  [ended, '2026-11-21', '2020-10-22', 'the law has ended'],
  [coming, '2026-11-21', '2027-01-01', 'the law is still to come'],
])('begins with a day on which the item has a law', (one, today, expected, _why) => {
  expect(firstDay(one, today)).toBe(expected)
})

it('knows the text of a day', () => {
  expect(versionOf(item, '2025-11-30')?.from).toBe('2021-04-29')
  expect(versionOf(item, '2020-01-01')).toBeUndefined()
})
