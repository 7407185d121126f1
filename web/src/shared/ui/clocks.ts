import type { Clock } from '@/api/types'
import { daysBetween } from '@/shared/format'

const RANK: Record<string, number> = { missed: 0, running: 1, paused: 2, over: 3, met: 4, void: 5, not_held: 6 }

/** What runs out next comes first; what is finished comes last. */
export function orderClocks(clocks: readonly Clock[]): Clock[] {
  return [...clocks].sort((left, right) => {
    const rank = (RANK[left.status] ?? 9) - (RANK[right.status] ?? 9)
    return rank !== 0 ? rank : (left.due ?? '').localeCompare(right.due ?? '')
  })
}

export function daysLeft(clock: Clock, today: string): number | undefined {
  if (clock.days_left !== undefined) return clock.days_left
  if (!clock.due) return undefined
  return clock.status === 'running' || (clock.status === 'missed' && !clock.met_on)
    ? daysBetween(today, clock.due)
    : undefined
}

/** The server explains a period in sentences, or in steps with a text each. */
export function explanationLines(clock: Clock): string[] {
  return (clock.explanation ?? []).map((step) => {
    if (typeof step === 'string') return step
    const { text, label, message } = step
    const line = [label, text ?? message].filter((part) => typeof part === 'string').join('：')
    return line !== '' ? line : Object.values(step).map(String).join(' ')
  })
}

/** Whether a warning day was reached: the agency's own, else those of the procedure. */
export const isWarned = (clock: Clock): boolean => clock.warn === true
