import type { Data, ExplorerItem, ExplorerVersion } from '@/api/types'

/** What somebody tries out; everything in it is supposed, nothing is recorded. */
export interface Exploration {
  day: string
  jurisdiction: string
  actor: 'natural' | 'individual_business' | 'entity'
  facts: Data
  circumstances: string[]
  serious: string[]
  proposed: string
}

/** The day tried when none was chosen: today, or the last day of an item whose law has ended. */
export function firstDay(item: ExplorerItem, today: string): string {
  const last = item.versions.at(-1)
  if (!last || versionOf(item, today)) return today
  return last.from > today ? last.from : (last.to ?? today)
}

export function versionOf(item: ExplorerItem, day: string): ExplorerVersion | undefined {
  return item.versions.find((each) => each.from <= day && (!each.to || day <= each.to))
}

const supposed = (codes: string[]) => codes.map((code) => ({ code, evidence_ids: ['试算'] }))
const filled = (facts: Data): Data =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && value !== undefined))

/** The request of `zhiheng decide`: act, discovery and decision on one day, each circumstance taken as proved. */
export function explorationRequest(item: ExplorerItem, tried: Exploration, today: string): Data {
  return {
    violation_id: item.id,
    jurisdiction: tried.jurisdiction,
    act_start: tried.day,
    act_end: tried.day,
    discovered_on: tried.day,
    decision_on: tried.day > today ? tried.day : today,
    actor: { kind: tried.actor },
    facts: filled(tried.facts),
    ...(tried.circumstances.length ? { circumstances: supposed(tried.circumstances) } : {}),
    ...(tried.serious.length ? { serious_facts: supposed(tried.serious) } : {}),
    ...(tried.proposed === '' ? {} : { proposed_fine: tried.proposed }),
  }
}
