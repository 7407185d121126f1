import { ref } from 'vue'
import { delegations as api, type Delegation } from '@/api/life'
import { problemOf, problemText } from '@/shared/problem'

/** What is in force or to come, and was given by this person or to him. */
export function grantsOf(all: readonly Delegation[], person: string): Delegation[] {
  return all.filter((row) => (row.state === 'in_force' || row.state === 'to_come') && (row.person.id === person || row.principal.id === person))
}

/** Ends the chosen grants one by one: what is refused stays, and says why. */
export function useEnding(reload: () => Promise<void>) {
  const chosen = ref<string[]>([])
  const reason = ref('')
  const failed = ref<Record<string, string>>({})
  const busy = ref(false)

  async function end(): Promise<number> {
    busy.value = true
    failed.value = {}
    let ended = 0
    for (const id of chosen.value) {
      try {
        await api.end(id, reason.value.trim())
        ended += 1
      } catch (error) {
        failed.value[id] = problemText(problemOf(error))
      }
    }
    await reload()
    busy.value = false
    return ended
  }
  return { chosen, reason, failed, busy, end }
}
