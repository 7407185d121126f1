import { expect, it } from 'vitest'
import type { Why } from '@/api/types'
import { figureOf } from './stateFigure'

const state = (code: string) => ({ code, label: code })
const codes = ['NONE', 'CLUE_REGISTERED', 'CLUE_CHECKING', 'NOT_FILED', 'FILED', 'IN_REVIEW', 'PANEL_PENDING', 'TRANSFERRED', 'DECIDED', 'COURT_APPLIED', 'ARCHIVED', 'RECEIVED']
const act = (name: string, ...to: string[]) =>
  ({ act: name, title: name, phase: 'clue', phase_title: '', basis: '', may_i: true, who: [], two: false, approvers: [], leads_to: to.map(state), meets: [] })
const why: Why = {
  state: state('CLUE_CHECKING'),
  states: codes.map(state),
  passages: [
    { from: state('NONE'), to: state('CLUE_REGISTERED'), at: '2026-03-02T09:00:00+08:00', n: 1, title: '案源登记' },
    { from: state('CLUE_REGISTERED'), to: state('CLUE_CHECKING'), at: '2026-03-03T09:00:00+08:00', n: 2, title: '开始核查' },
  ],
  next: [act('立案', 'FILED'), act('不予立案', 'NOT_FILED'), act('记录')],
  shut: [],
}
const edges = [
  ['CLUE_CHECKING', 'FILED', '立案'],
  ['CLUE_CHECKING', 'TRANSFERRED', '移送案源'],
  ['CLUE_CHECKING', 'CLUE_REGISTERED', '作废'],
  ['FILED', 'DECIDED', '作出决定'],
] as const
const figure = figureOf(why, edges)
const node = (code: string) => figure.nodes.find((each) => each.code === code)

it.each([
  ['CLUE_REGISTERED', 0, 'passed'],
  ['CLUE_CHECKING', 0, 'now'],
  ['NOT_FILED', 0, 'next'],
  ['FILED', 1, 'next'],
  ['PANEL_PENDING', 2, 'other'],
  ['DECIDED', 3, 'other'],
  ['TRANSFERRED', 4, 'other'],
] as const)('%s stands in column %d as %s', (code, lane, role) => {
  expect(node(code)).toMatchObject({ lane, role })
})

it('what has no part in a penalty case is left out, and nothing stands on another', () => {
  expect(node('NONE')).toBeUndefined()
  expect(node('RECEIVED')).toBeUndefined()
  expect(new Set(figure.nodes.map(({ lane, row }) => `${lane} ${row}`)).size).toBe(figure.nodes.length)
})

it('lines say what was done and what may be done', () => {
  expect(figure.lines.filter((line) => line.kind !== 'further')).toEqual([
    { from: 'CLUE_REGISTERED', to: 'CLUE_CHECKING', label: '开始核查', kind: 'passed' },
    { from: 'CLUE_CHECKING', to: 'FILED', label: '立案', kind: 'next' },
    { from: 'CLUE_CHECKING', to: 'NOT_FILED', label: '不予立案', kind: 'next' },
  ])
})

it('further ways out of the present state are shown, not those of other states, nor the taking back', () => {
  expect(figure.lines.filter((line) => line.kind === 'further')).toEqual([{ from: 'CLUE_CHECKING', to: 'TRANSFERRED', label: '移送案源', kind: 'further' }])
})

it('a complaint goes its own way', () => {
  const states = ['FILED', 'ARCHIVED', 'RECEIVED', 'ACCEPTED', 'REFUSED', 'MEDIATING', 'AGREED', 'ENDED'].map(state)
  const { nodes } = figureOf({ ...why, state: state('ACCEPTED'), states, passages: [{ from: state('RECEIVED'), to: state('ACCEPTED'), at: '2026-05-12T10:00:00+08:00', n: 2, title: '受理投诉' }], next: [act('调解', 'MEDIATING')] })
  expect(nodes.map((each) => [each.code, each.lane, each.role])).toEqual([
    ['RECEIVED', 0, 'passed'],
    ['ACCEPTED', 1, 'now'],
    ['REFUSED', 1, 'other'],
    ['MEDIATING', 2, 'next'],
    ['AGREED', 3, 'other'],
    ['ENDED', 3, 'other'],
  ])
})
