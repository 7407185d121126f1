import { expect, it } from 'vitest'
import type { CaseView, Violation } from '@/api/types'
import { askedOf, violationOf } from './useDiscretion'
import { versionOn } from './versions'

const view = { facts: { violations: [{ id: 'filed', name: '' }] } } as unknown as CaseView

it('the item is that of the filing form, else of the penalty, else of the case', () => {
  expect(violationOf(view, { violations: ['now'], penalty: { violations: ['proposed'] } })).toBe('now')
  expect(violationOf(view, { penalty: { violations: ['proposed'] } })).toBe('proposed')
  expect(violationOf(view, { violations: [] })).toBe('filed')
  expect(violationOf(null, {})).toBeUndefined()
})

it('the question does not change while reasons are typed', () => {
  const body = { act: 'decide', by: [], data: {}, paper: { discretion: { facts: {} } } }
  expect(askedOf({ ...body, paper: { ...body.paper, discretion_reasons: '一、事理' } })).toEqual(askedOf(body))
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
