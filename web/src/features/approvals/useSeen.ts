import { onBeforeUnmount, ref, watch, type Ref } from 'vue'
import { proposals as api } from '@/api/calls'
import type { Proposal } from '@/api/types'

/** Tells the server that a proposal was read to its end: when the mark below it comes into view. */
export function useSeen(proposal: () => Proposal | null, end: Ref<HTMLElement | null>) {
  const seen = ref(false)
  let watcher: IntersectionObserver | undefined

  async function mark(): Promise<void> {
    const now = proposal()
    if (!now || !now.may_i || now.status !== 'waiting' || seen.value) return
    seen.value = true
    await api.see(now.id, now.version).catch(() => (seen.value = false))
  }

  watch(
    [end, () => proposal()?.id, () => proposal()?.version],
    () => {
      watcher?.disconnect()
      seen.value = proposal()?.seen === true
      if (!end.value) return
      watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && void mark())
      watcher.observe(end.value)
    },
    { immediate: true, flush: 'post' },
  )
  onBeforeUnmount(() => watcher?.disconnect())
  return { seen, mark }
}
