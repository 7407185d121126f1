import { onBeforeUnmount, ref, watch } from 'vue'
import { acts } from '@/api/calls'
import type { CaseView, Data, Finding, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'
import { prunedData } from '../formValues'

const ACTORS: Record<string, string> = { person: 'natural', sole_trader: 'individual_business', organisation: 'entity' }

export interface DiscretionInput {
  view: CaseView | null
  party: string
  penalty: Data
  stated: Data
  on: string
}

function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** What the penalty names first, else what the case was filed for. */
export function violationOf(view: CaseView | null, penalty: Data): string | undefined {
  const violations = Array.isArray(penalty.violations) ? penalty.violations.map(String) : []
  return violations[0] ?? view?.facts.violations?.[0]?.id
}

/** The request of a discretion question: what the case knows, and what the officer states with evidence. */
export function discretionRequest(input: DiscretionInput): Data | null {
  const { view, penalty, stated } = input
  const violation = violationOf(view, penalty)
  if (!view || violation === undefined) return null
  const party = view.parties.find((each) => each.id === input.party) ?? view.parties[0]
  const end = view.facts.act_end
  const born = party?.kind === 'person' ? party.born : undefined
  return prunedData({
    ...stated,
    facts: undefined,
    violation_id: violation,
    jurisdiction: view.agency.code,
    act_start: view.facts.act_start,
    act_end: end,
    discovered_on: view.facts.found_on,
    decision_on: input.on.slice(0, 10),
    actor: { kind: ACTORS[party?.kind ?? ''] ?? 'entity', age: born && end ? ageOn(born, end) : undefined },
    proposed_fine: penalty.fine,
  })
}

/** Asks again a moment after the last change; an older answer never replaces a newer one. */
export function useDiscretion(input: () => DiscretionInput) {
  const finding = ref<Finding | null>(null)
  const problem = ref<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function compute(): Promise<void> {
    const now = input()
    const request = discretionRequest(now)
    const mine = ++turn
    if (!request) {
      finding.value = null
      return
    }
    try {
      const answer = await acts.discretion({ ...request, facts: prunedData((now.stated.facts ?? {}) as Data) })
      if (mine !== turn) return
      finding.value = answer
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    }
  }

  watch(
    () => JSON.stringify(discretionRequest(input())) + JSON.stringify(input().stated),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void compute(), 400)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { finding, problem, compute }
}
