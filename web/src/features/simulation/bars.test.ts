import { describe, expect, it } from 'vitest'
import type { SimulationTally } from '@/api/types'
import { longestOf, segmentsOf } from './bars'

const tally = (changes: Record<string, number>): SimulationTally => ({
  cases: Object.values(changes).reduce((sum, each) => sum + each, 0),
  decided: '0.00',
  expected: '0.00',
  changes,
  replays: {},
})

describe('the parts of a bar', () => {
  it('stand one after the other and together are as long as their cases', () => {
    const parts = segmentsOf(tally({ more: 30, same: 20 }), 100)
    expect(parts.map((each) => [each.change, each.from, each.width])).toEqual([
      ['more', 0, 30],
      ['same', 30, 20],
    ])
  })

  it('show a single case among many', () => {
    const [one] = segmentsOf(tally({ more: 1 }), 100_000)
    expect(one?.width).toBe(0.5)
  })

  it('never run out of the drawing', () => {
    const parts = segmentsOf(tally({ more: 1, less: 1, exempt: 1, may_exempt: 1, same: 99_996 }), 100_000)
    const end = parts.at(-1)
    expect((end?.from ?? 0) + (end?.width ?? 0)).toBeLessThanOrEqual(100.0001)
  })

  it('are none where there is no case', () => {
    expect(segmentsOf(tally({}), 0)).toEqual([])
    expect(longestOf([])).toBe(0)
  })
})
