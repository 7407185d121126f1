import { expect, it } from 'vitest'
import type { CaseView, TimelineAct } from '@/api/types'
import { stageNow, stages, stepsOf } from './stages'

const act = (name: string, data = {}, struck = false) => ({ act: name, data, struck }) as unknown as TimelineAct
const view = (open: string[], waiting: string[] = []) =>
  ({ open: open.map((name) => ({ act: name, may_i: true })), proposals: waiting.map((name) => ({ act: name, status: 'waiting' })) }) as unknown as CaseView
const states = (steps: ReturnType<typeof stepsOf>) => Object.fromEntries(steps.map((step) => [step.act + step.nth, step.state]))

const prepared = ['file_case', 'report_investigation', 'send_review', 'approve_notice'].map((name) => act(name))
const notified = [...prepared, act('serve', { document: 37 }), act('waive_answer'), act('decide')]

it('nothing done: the first act is ready, the others come later', () => {
  const steps = stepsOf(view(['file_case', 'note']), [])
  expect(states(steps)).toMatchObject({ file_case1: 'ready', report_investigation1: 'later', decide1: 'later' })
  expect(stageNow(steps)).toBe(0)
})

it('an act that waits for its approval holds back those after it, open or not', () => {
  const steps = stepsOf(view(['report_investigation'], ['file_case']), [])
  expect(states(steps)).toMatchObject({ file_case1: 'waiting', report_investigation1: 'later' })
})

it.each([
  [prepared, 1, 'the notice is approved'],
  [notified, 2, 'the decision is made'],
  [[...notified, act('serve', { document: 45 })], -1, 'and served'],
  [[...prepared, act('serve', { document: 33 })], 1, 'the service of another paper does not count'],
  [[act('file_case', {}, true)], 0, 'what was struck does not count'],
])('the round after %#: %d, when %s', (recorded, stage, _why) => {
  expect(stageNow(stepsOf(view([]), recorded))).toBe(stage)
})

it('nothing the law asks for is left out of the way', () => {
  const all = stages.flatMap((stage) => [...stage.typed, ...stage.then])
  expect(all).toEqual(['file_case', 'report_investigation', 'send_review', 'approve_notice', 'serve', 'waive_answer', 'decide', 'serve'])
})
