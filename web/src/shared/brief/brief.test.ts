import { expect, it } from 'vitest'
import type { CaseView, TimelineAct } from '@/api/types'
import { briefOf, pointsOf } from './brief'

let n = 0
const act = (type: string, data: Record<string, unknown> = {}, more: Partial<TimelineAct> = {}) =>
  ({ n: ++n, act: type, title: type, at: '2026-03-17T10:00:00+08:00', by: [{ id: 'a', name: '周敏' }], data, paper: {}, struck: false, backdated_days: 0, ...more }) as TimelineAct
const view = { cause: '案由', parties: [{ id: 'p1', name: '甲' }, { id: 'p2', name: '乙' }], facts: { content: '线索' }, clocks: [{ code: 'A', status: 'missed' }, { code: 'B', status: 'met' }, { code: 'C', status: 'running' }] } as unknown as CaseView

it('every point of the defence stands beside its answer; one without an answer stays open', () => {
  const points = pointsOf([
    act('answer_notice', { points: [{ id: 'a', text: '没有危害' }, { id: 'b', text: '首次' }] }),
    act('recheck', { points: [{ id: 'a', adopted: true, reason: '属实' }, { id: 'c', adopted: false, reason: '无此意见' }] }),
  ])
  expect(points).toEqual([{ id: 'a', text: '没有危害', adopted: true, reason: '属实' }, { id: 'b', text: '首次' }])
})

it('the latest words on the facts are shown, else what the clue says', () => {
  expect(briefOf(view, []).facts).toBe('线索')
  const report = act('report_investigation', {}, { paper: { facts: '报告的事实' } })
  const notice = act('approve_notice', {}, { paper: { facts: '告知的事实' } })
  expect(briefOf(view, [report, notice]).facts).toBe('告知的事实')
  expect(briefOf(view, [report, { ...notice, struck: true }]).facts).toBe('报告的事实')
})

it('excluded evidence is not evidence', () => {
  const check = act('onsite_check')
  expect(briefOf(view, [check]).evidence).toHaveLength(1)
  expect(briefOf(view, [check, act('exclude_evidence', { of: check.n })]).evidence).toHaveLength(0)
})

it('only a notice that was served counts, and what was recorded later is named', () => {
  const brief = briefOf(view, [
    act('serve', { document: 37, outcome: 'failed' }),
    act('serve', { document: 37, outcome: 'served', signed_on: '2026-03-18' }, { backdated_days: 3 }),
  ])
  expect(brief.noticeOn).toBe('2026-03-18')
  expect(brief.late.map((each) => each.days)).toEqual([3])
  expect(brief.missed.map((clock) => clock.code)).toEqual(['A'])
  expect(brief.running.map((clock) => clock.code)).toEqual(['C'])
})

it.each([
  ['', ['甲', '乙'], '3000.00', ['没有危害', '已经改正']],
  ['p1', ['甲'], '8000.00', ['没有危害']],
  ['p2', ['乙'], '3000.00', ['已经改正']],
])('of party "%s": who, what is proposed and what was said are its own', (party, names, fine, points) => {
  const brief = briefOf(view, [
    act('report_investigation', { penalty: { fine: '5000.00' } }),
    act('approve_notice', { penalty: { fine: '8000.00' } }, { party: 'p1' }),
    act('approve_notice', { penalty: { fine: '3000.00' } }, { party: 'p2' }),
    act('answer_notice', { points: [{ id: 'a', text: '没有危害' }] }, { party: 'p1' }),
    act('answer_notice', { points: [{ id: 'b', text: '已经改正' }] }, { party: 'p2' }),
  ], party)
  expect(brief.parties.map((each) => each.name)).toEqual(names)
  expect(brief.penalty.fine).toBe(fine)
  expect(brief.points.map((point) => point.text)).toEqual(points)
})

it('the report speaks for a party about whom nothing else was said', () => {
  const report = act('report_investigation', { penalty: { fine: '5000.00' } })
  expect(briefOf(view, [report, act('approve_notice', { penalty: { fine: '8000.00' } }, { party: 'p1' })], 'p2').penalty.fine).toBe('5000.00')
})
