import { ref, shallowRef } from 'vue'
import { simulations } from '@/api/calls'
import type { Problem, SimulatedCase, Simulation, SimulationQuestion } from '@/api/types'
import { problemOf } from '@/shared/problem'

export type Wanted = Omit<NonNullable<SimulationQuestion['cases']>, 'limit'>
type Asked = Omit<SimulationQuestion, 'cases'>

const PAGE = 500

/** One simulation, and the cases behind the bar that was chosen last. */
export function useSimulation() {
  const result = shallowRef<Simulation | null>(null)
  const rows = shallowRef<SimulatedCase[]>([])
  const next = ref<string | null>(null)
  const wanted = shallowRef<Wanted | null>(null)
  const busy = ref(false)
  const problem = ref<Problem | null>(null)
  let asked: Asked | null = null
  let turn = 0

  async function ask(question: SimulationQuestion): Promise<Simulation | null> {
    const mine = ++turn
    busy.value = true
    try {
      const answer = await simulations.run(question)
      if (mine !== turn) return null
      problem.value = null
      return answer
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
      return null
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  async function run(question: Asked): Promise<void> {
    wanted.value = null
    rows.value = []
    next.value = null
    const answer = await ask(question)
    if (!answer) return
    asked = question
    result.value = answer
  }

  async function show(cases: Wanted): Promise<void> {
    if (!asked) return
    wanted.value = cases
    const answer = await ask({ ...asked, cases: { ...cases, limit: PAGE } })
    if (!answer) return
    rows.value = answer.rows
    next.value = answer.next ?? null
  }

  async function more(): Promise<void> {
    if (!asked || !wanted.value || !next.value) return
    const answer = await ask({ ...asked, cases: { ...wanted.value, after: next.value, limit: PAGE } })
    if (!answer) return
    rows.value = [...rows.value, ...answer.rows]
    next.value = answer.next ?? null
  }

  return { result, rows, next, wanted, busy, problem, run, show, more }
}
