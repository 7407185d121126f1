import { ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { proposals as api } from '@/api/calls'

/** The next proposal that waits for the same person, the oldest first. */
export function useNext(current: () => string) {
  const next = ref<RouteLocationRaw | null>(null)
  async function find(): Promise<void> {
    const inbox = await api.inbox().catch(() => null)
    const waiting = inbox?.proposals.find((each) => each.id !== current())
    next.value = waiting ? { name: 'proposal', params: { id: waiting.id } } : null
  }
  return { next, find }
}
