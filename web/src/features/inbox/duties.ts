import type { Duty } from '@/api/types'

/** What a list of duties can be narrowed to: those of one act, or those that are late. */
export interface Kind {
  key: string
  title: string
  count: number
}

export const LATE = 'late'
const isLate = (task: Duty) => (task.days_left ?? 0) < 0

/** The acts somebody has to do, the most frequent first; the late ones stand before them. */
export function kindsOf(tasks: readonly Duty[], title: (act: string) => string, late: string): Kind[] {
  const counts = new Map<string, number>()
  for (const { act } of tasks) counts.set(act, (counts.get(act) ?? 0) + 1)
  const acts = [...counts].map(([act, count]) => ({ key: act, title: title(act), count })).sort((a, b) => b.count - a.count)
  const overdue = tasks.filter(isLate).length
  const first = overdue > 0 && overdue < tasks.length ? [{ key: LATE, title: late, count: overdue }] : []
  return acts.length > 1 || first.length > 0 ? [...first, ...acts] : []
}

export function narrowed(tasks: readonly Duty[], kind: string): readonly Duty[] {
  if (kind === '') return tasks
  return tasks.filter((task) => (kind === LATE ? isLate(task) : task.act === kind))
}
