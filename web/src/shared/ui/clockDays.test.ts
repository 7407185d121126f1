import { expect, it } from 'vitest'
import type { Clock } from '@/api/types'
import { daysOf, monthsOf } from './clockDays'

const clock = (more: Partial<Clock>): Clock => ({
  code: 'X', title: '期限', basis: '', of: 1, status: 'running', anchor: '2026-04-29', due: '2026-05-11', raw: '2026-05-09', provisional: false,
  explanation: [
    { kind: 'left_out', text: '', detail: { days: [{ date: '2026-05-01', why: '劳动节' }, { date: '2026-05-06', why: '扣除期间' }] } },
    { kind: 'made_up', text: '', detail: { days: ['2026-05-03'] } },
    { kind: 'warning', text: '', detail: { days: ['2026-05-08'] } },
  ],
  ...more,
})
const kindOn = (date: string, more: Partial<Clock> = {}) => daysOf(clock(more)).find((day) => day.date === date)?.kind

it.each([
  ['2026-04-29', 'anchor', 'the day it begins is not counted'],
  ['2026-04-30', 'counted', 'an ordinary day'],
  ['2026-05-01', 'rest', 'a holiday'],
  ['2026-05-03', 'made', 'a make-up day'],
  ['2026-05-06', 'pause', 'a day of a pause'],
  ['2026-05-10', 'rolled', 'after the last day as counted, before the one it moved to'],
  ['2026-05-11', 'due', 'the last day'],
])('%s is %s: %s', (date, kind, _why) => {
  expect(kindOn(date)).toBe(kind)
})

it('a warning day is marked', () => {
  expect(daysOf(clock({})).filter((day) => day.warns).map((day) => day.date)).toEqual(['2026-05-08'])
})

it('leaves of the calendar begin on a Monday', () => {
  const [april, may] = monthsOf(daysOf(clock({})))
  expect(april?.month).toBe('2026-04')
  expect(april?.days.indexOf(april.days.find((day) => day !== null) ?? null)).toBe(2)
  expect(may?.days.findIndex((day) => day?.date === '2026-05-01')).toBe(4)
})

it.each([
  [{ due: '2028-05-11', raw: '2028-05-11' }, 'years are not drawn'],
  [{ due: '2026-04-30T09:00:00+08:00' }, 'hours are not days'],
  [{ due: undefined, raw: undefined }, 'nothing is computed'],
  [{ anchor: '2026-06-01' }, 'counted backwards'],
] as [Partial<Clock>, string][])('%o: %s', (more, _why) => {
  expect(daysOf(clock(more))).toEqual([])
})
