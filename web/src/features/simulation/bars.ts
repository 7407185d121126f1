import type { SimulatedCase, SimulationTally } from '@/api/types'

export type Change = SimulatedCase['change']

/** Heavier first, then lighter, then what stays: the order in which a bar is read. */
export const changes: Change[] = ['more', 'less', 'exempt', 'may_exempt', 'same', 'unknown']

export interface Segment {
  change: Change
  from: number
  width: number
  count: number
}

/** The parts of one bar in percent of the longest bar of its group; a part with a case is never invisible. */
export function segmentsOf(tally: SimulationTally, longest: number): Segment[] {
  const whole = longest || 1
  let from = 0
  const segments: Segment[] = []
  for (const change of changes) {
    const count = tally.changes[change] ?? 0
    if (count === 0) continue
    const width = Math.max((count / whole) * 100, 0.5)
    segments.push({ change, from, width, count })
    from += width
  }
  const scale = from > 100 ? 100 / from : 1
  return segments.map((each) => ({ ...each, from: each.from * scale, width: each.width * scale }))
}

export const longestOf = (rows: SimulationTally[]): number => Math.max(0, ...rows.map((row) => row.cases))
