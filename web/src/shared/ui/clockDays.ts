import type { Clock } from '@/api/types'

export type DayKind = 'anchor' | 'counted' | 'rest' | 'pause' | 'made' | 'rolled' | 'due' | 'outside'
export interface Day {
  date: string
  kind: DayKind
  why: string
  warns: boolean
}
export interface Month {
  month: string
  days: (Day | null)[]
}
type Step = { kind?: string; detail?: Record<string, unknown> }

/** Longer periods are told in words; a calendar of years would explain nothing. */
const LONGEST = 200
const PAUSED = '扣除期间'

const plus = (date: string, days: number) => new Date(Date.parse(date + 'T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (date: string) => (new Date(date + 'T00:00:00Z').getUTCDay() + 6) % 7

function steps(clock: Clock): Step[] {
  return (clock.explanation ?? []).filter((step): step is Step => typeof step === 'object')
}
const listed = (clock: Clock, kind: string): unknown[] =>
  steps(clock).flatMap((step) => (step.kind === kind && Array.isArray(step.detail?.days) ? (step.detail.days as unknown[]) : []))

/** Every day from the trigger to the last day, with what the server said of it; nothing is counted here. */
export function daysOf(clock: Clock): Day[] {
  const due = clock.due?.slice(0, 10)
  const raw = clock.raw?.slice(0, 10) ?? due
  const from = clock.anchor
  if (!due || !from || due <= from || (clock.due?.length ?? 0) > 10) return []
  const left = new Map(listed(clock, 'left_out').map((each) => [(each as { date: string }).date, (each as { why: string }).why]))
  const made = new Set(listed(clock, 'made_up').map(String))
  const warnings = new Set(listed(clock, 'warning').map(String))
  const days: Day[] = []
  for (let date = from; date <= due && days.length <= LONGEST; date = plus(date, 1)) {
    const why = left.get(date)
    const kind: DayKind =
      date === from ? 'anchor'
      : date === due ? 'due'
      : raw && date >= raw ? 'rolled'
      : why === PAUSED ? 'pause'
      : why ? 'rest'
      : made.has(date) ? 'made'
      : 'counted'
    days.push({ date, kind, why: why ?? '', warns: warnings.has(date) })
  }
  return days.length > LONGEST ? [] : days
}

/** The same as leaves of a calendar, weeks beginning on Monday. */
export function monthsOf(days: readonly Day[]): Month[] {
  const months: Month[] = []
  for (const day of days) {
    const month = day.date.slice(0, 7)
    if (months.at(-1)?.month !== month) months.push({ month, days: Array.from({ length: weekday(day.date) }, () => null) })
    months.at(-1)?.days.push(day)
  }
  return months
}
