import { computed, ref } from 'vue'
import type { Colleague } from '@/api/types'
import { handOver as api, type HandOverReason, type HandOverResult, type Holdings } from '@/api/life'
import { useProblem } from '@/shared/problem'

const AT_ONCE = 100

/** Who may take over: an officer who is not the one who goes and not yet a handler of the case. */
export function takers(people: Colleague[], person: string, handlers: string[] = []): Colleague[] {
  return people.filter((each) => each.roles.includes('HANDLER') && each.id !== person && !handlers.includes(each.id))
}

/** Who takes which case, and what became of it. */
export function useHandOver(people: () => Colleague[], held: () => Holdings | null) {
  const chosen = ref<Record<string, string>>({})
  const reason = ref<HandOverReason>('left')
  const results = ref<Record<string, HandOverResult>>({})
  const { problem, busy, attempt } = useProblem()

  const moves = computed(() =>
    (held()?.cases ?? [])
      .filter((each) => (chosen.value[each.no] ?? '') !== '' && results.value[each.no]?.done !== true)
      .map((each) => ({ no: each.no, to: chosen.value[each.no] ?? '' })),
  )
  function giveAll(to: string): void {
    for (const each of held()?.cases ?? [])
      if (takers(people(), held()?.person.id ?? '', each.handlers).some((person) => person.id === to)) chosen.value[each.no] = to
  }
  async function submit(): Promise<void> {
    const person = held()?.person.id
    const all = moves.value
    if (person === undefined) return
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const answer = await attempt(() => api.hand(person, all.slice(from, from + AT_ONCE), reason.value))
      if (!answer) return
      for (const each of answer.results) results.value[each.no] = each
    }
  }
  return { chosen, reason, results, problem, busy, moves, giveAll, submit }
}
