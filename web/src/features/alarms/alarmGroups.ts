import type { Alarm } from '@/api/life'

export const KINDS = ['unlawful_hold', 'overdue', 'today', 'warning', 'waiting', 'unopened'] as const

export interface AlarmGroup {
  kind: Alarm['kind']
  rows: Alarm[]
}

/** By urgency; a kind nobody has is left out. */
export function groupsOf(alarms: Alarm[]): AlarmGroup[] {
  return KINDS.map((kind) => ({ kind, rows: alarms.filter((alarm) => alarm.kind === kind) })).filter(
    (group) => group.rows.length > 0,
  )
}

/** `30、15 5` → [30, 15, 5]; nothing when a part is no day from 1 to 365. */
export function daysOf(text: string): number[] | null {
  const parts = text.split(/[\s、，,]+/).filter((part) => part !== '')
  const days = parts.map(Number)
  return days.every((day, index) => /^\d+$/.test(parts[index] ?? '') && day >= 1 && day <= 365) ? days : null
}
