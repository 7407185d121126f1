import { computed, ref } from 'vue'
import { proposals as api } from '@/api/calls'
import type { ApprovalOutcome, Problem, Proposal } from '@/api/types'
import { problemOf } from '@/shared/problem'

/** Approving several: what may be chosen, what is chosen, and what became of each. */
export function useTogether(waiting: () => readonly Proposal[]) {
  const read = ref(new Set<string>())
  const chosen = ref(new Set<string>())
  const outcomes = ref(new Map<string, ApprovalOutcome>())
  const problem = ref<Problem | null>(null)
  const busy = ref(false)

  const rows = computed(() => waiting().filter((each) => each.together && each.may_i))
  const single = computed(() => waiting().length - rows.value.length)
  const settled = (id: string) => ['recorded', 'forwarded'].includes(outcomes.value.get(id)?.outcome ?? '')
  /** The server's word on what was read goes before ours. */
  const isSeen = (each: Proposal) =>
    outcomes.value.get(each.id)?.refusal?.code !== 'not_seen' && (each.seen === true || read.value.has(each.id))
  const choosable = computed(() => rows.value.filter((each) => isSeen(each) && !settled(each.id)))
  const selected = computed(() => choosable.value.filter((each) => chosen.value.has(each.id)))

  function choose(id: string, on: boolean): void {
    const next = new Set(chosen.value)
    if (on) next.add(id)
    else next.delete(id)
    chosen.value = next
  }
  const chooseAll = () => (chosen.value = new Set(choosable.value.map((each) => each.id)))
  function see(id: string): void {
    read.value = new Set([...read.value, id])
    if (outcomes.value.get(id)?.refusal?.code === 'not_seen') outcomes.value.delete(id)
  }

  async function approve(opinion: string): Promise<boolean> {
    const ids = selected.value.map((each) => each.id)
    if (ids.length === 0 || busy.value) return false
    busy.value = true
    problem.value = null
    try {
      const { results } = await api.approveTogether(ids, opinion)
      outcomes.value = new Map([...outcomes.value, ...results.map((each) => [each.id, each] as const)])
      chosen.value = new Set()
      return true
    } catch (error) {
      problem.value = problemOf(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { rows, single, chosen, outcomes, problem, busy, choosable, selected, settled, isSeen, choose, chooseAll, see, approve }
}
