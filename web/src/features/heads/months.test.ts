import { expect, it } from 'vitest'
import { monthsBack } from './months'

it('goes back over the turn of the year', () => {
  expect(monthsBack('2026-01-15', '').slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11'])
})

it('an older month that was asked for is among them, at the end', () => {
  expect(monthsBack('2026-11-22', '2020-03').at(-1)).toBe('2020-03')
  expect(monthsBack('2026-11-22', '2026-10').filter((each) => each === '2026-10')).toHaveLength(1)
})
