import type { NightlyRun } from '@/api/types'
import { m } from '@/shared/messages'

export interface Cleared {
  title: string
  since: string
  bytes: number
  id?: string
  agency?: string
}

const numberIn = (outcome: Record<string, unknown>, name: string) => (typeof outcome[name] === 'number' ? outcome[name] : 0)
const outcomeOf = (run: NightlyRun) => (run.outcome ?? {}) as Record<string, unknown>

export function clearedOf(run: NightlyRun): Cleared[] {
  const list = outcomeOf(run).list
  return run.job === 'sweep' && Array.isArray(list) ? (list as Cleared[]) : []
}

/** What a run says of itself, in words. */
export function saidOf(run: NightlyRun): string {
  const outcome = outcomeOf(run)
  const count = (name: string) => numberIn(outcome, name)
  if (run.job === 'sweep') return count('removed') === 0 ? m.nights.nothingCleared : m.nights.clearedAll(count('removed'), count('bytes'))
  if (run.job === 'pages') return m.nights.counted(count('counted'))
  if (run.job === 'self_check') return m.nights.checked(count('cases'), count('findings'))
  if (run.job === 'digest') return m.nights.digests(count('persons'), count('made'))
  if (run.job === 'heads') return m.nights.sent(count('sent'))
  return m.nights.done
}
