import { expect, it } from 'vitest'
import type { CaseView, OpenAct, Proposal, Task } from '@/api/types'
import { byPhase, nextSteps } from './nextSteps'
import { explanationLines, orderClocks } from '@/shared/ui/clocks'

const act = (id: string, may_i: boolean, phase = 'clue'): OpenAct => ({
  act: id, title: id, phase, basis: '', roles: [], approval_chain: [], may_i,
})
const task = (id: string, status: Task['status']): Task => ({ id, title: id, status, act: id })
const proposal = (id: string, may_i: boolean) => ({ id, may_i, status: 'waiting' }) as Proposal

it('offers what is ready and mine, in the order of the task list', () => {
  const view = {
    open: [act('report', true), act('check', true), act('serve', false), act('note', true)],
    tasks: [task('check', 'begun'), task('report', 'can_start'), task('serve', 'can_start'), task('decide', 'cannot_start')],
    proposals: [proposal('a', true), proposal('b', false)],
  } as unknown as CaseView
  const steps = nextSteps(view)
  expect(steps.mine.map((each) => each.act)).toEqual(['check', 'report'])
  expect(steps.toSign.map((each) => each.id)).toEqual(['a'])
  expect(steps.waiting.map((each) => each.id)).toEqual(['b'])
})

it('groups by phase, mine first', () => {
  const groups = byPhase([act('a', false), act('b', true), act('c', true, 'notice')])
  expect(groups.map((group) => [group.phase, group.acts.map((each) => each.act)])).toEqual([['clue', ['b', 'a']], ['notice', ['c']]])
})

const clock = (code: string, status: string, due: string) =>
  ({ code, status, due, explanation: [] }) as unknown as CaseView['clocks'][number]

it('clocks: missed, then the next to run out, finished ones last', () => {
  const clocks = [clock('a', 'met', '2024-01-01'), clock('b', 'running', '2024-03-01'), clock('c', 'running', '2024-02-01'), clock('d', 'missed', '2024-05-01')]
  expect(orderClocks(clocks).map((each) => each.code)).toEqual(['d', 'c', 'b', 'a'])
})

it('explanations are sentences or labelled steps', () => {
  const steps = [{ label: '起算', text: '2024-05-16' }, '第 90 天']
  expect(explanationLines({ explanation: steps } as never)).toEqual(['起算：2024-05-16', '第 90 天'])
})

it('of a complaint what its own acts allow comes next', () => {
  const view = {
    track: 'complaint',
    open: [act('accept_complaint', true, 'complaint'), act('refuse_complaint', false, 'complaint'), act('note', true, 'any')],
    tasks: [task('register_clue', 'cannot_start')],
    proposals: [],
  } as unknown as CaseView
  expect(nextSteps(view).mine.map((each) => each.act)).toEqual(['accept_complaint'])
})
