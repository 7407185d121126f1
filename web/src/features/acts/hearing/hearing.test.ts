import { expect, it } from 'vitest'
import type { CaseView, TimelineAct } from '@/api/types'
import { currentStage, hearingOf, stagesOf } from './hearing'

const act = (n: number, type: string, data: Record<string, unknown> = {}, struck = false) => ({ n, act: type, data, struck }) as TimelineAct
const view = (open: string[], mine = open) =>
  ({ open: open.map((each) => ({ act: each, may_i: mine.includes(each) })), shut: [{ act: 'hold_hearing', message: '尚未送达' }] }) as unknown as CaseView

const asked = [act(1, 'request_hearing'), act(2, 'name_host', { host: 'a' })]

it('a struck act did not happen', () => {
  expect(hearingOf([...asked, act(3, 'fix_hearing', {}, true)]).fixed).toBeUndefined()
})

it('a new request begins a new hearing', () => {
  expect(hearingOf([...asked, act(3, 'request_hearing')])).toEqual({ request: act(3, 'request_hearing'), recusals: [] })
})

it('another day asks for another notice, and only a notice of hearing that was served counts', () => {
  const notice = act(4, 'serve', { document: 39, outcome: 'served' })
  expect(hearingOf([...asked, act(3, 'fix_hearing'), notice]).notified).toBe(notice)
  expect(hearingOf([...asked, notice, act(5, 'fix_hearing')]).notified).toBeUndefined()
  expect(hearingOf([...asked, act(3, 'fix_hearing'), act(4, 'serve', { document: 39, outcome: 'failed' })]).notified).toBeUndefined()
  expect(hearingOf([...asked, act(3, 'fix_hearing'), act(4, 'serve', { document: 45, outcome: 'served' })]).notified).toBeUndefined()
})

it('what goes on after a suspension is told, announced and held anew', () => {
  const told = [act(3, 'fix_hearing'), act(4, 'serve', { document: 39, outcome: 'served' }), act(5, 'announce_hearing'), act(6, 'hold_hearing')]
  const resumed = hearingOf([...asked, ...told, act(7, 'suspend_hearing'), act(8, 'resume_hearing')])
  expect([resumed.notified, resumed.announced, resumed.held]).toEqual([undefined, undefined, undefined])
  expect(resumed.fixed?.n).toBe(3)
})

it('the stages say who may act and why not', () => {
  const stages = stagesOf(view(['hand_file_to_host', 'fix_hearing'], ['fix_hearing']), hearingOf(asked))
  expect(stages.map((stage) => [stage.act, stage.state])).toEqual([
    ['request_hearing', 'done'],
    ['name_host', 'done'],
    ['hand_file_to_host', 'others'],
    ['fix_hearing', 'mine'],
    ['serve', 'shut'],
    ['announce_hearing', 'shut'],
    ['hold_hearing', 'shut'],
    ['report_hearing', 'shut'],
  ])
  expect(stages.find((stage) => stage.act === 'hold_hearing')?.waits).toBe('尚未送达')
})

it('a hearing behind closed doors is not announced', () => {
  const closed = hearingOf([...asked, act(3, 'fix_hearing', { public: false })])
  expect(stagesOf(view([]), closed).some((stage) => stage.act === 'announce_hearing')).toBe(false)
})

it.each([
  ['nobody named yet', asked.slice(0, 1), 'name_host'],
  ['host named', asked, 'hand_file_to_host'],
  ['ended before it was held', [...asked, act(3, 'end_hearing')], 'end_hearing'],
])('the room opens where it stands: %s', (_why, acts, stage) => {
  const hearing = hearingOf(acts)
  expect(currentStage(stagesOf(view([]), hearing), hearing)).toBe(stage)
})
