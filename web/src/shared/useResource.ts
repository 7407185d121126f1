import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Problem } from '@/api/types'
import { problemOf } from './problem'

/** Loads something whenever its key changes, or only when `reload` asks for it; a late answer to an old key is dropped. */
export function useResource<K, T>(key: () => K, fetcher: (key: K) => Promise<T>, { onRequest = false } = {}) {
  const data = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null)
  const loading = ref(false)
  let turn = 0

  async function reload(): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const answer = await fetcher(key())
      if (mine !== turn) return
      data.value = answer
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  function clear(): void {
    turn += 1
    data.value = null
    problem.value = null
    loading.value = false
  }

  watch(key, () => (onRequest ? clear() : void reload()), { immediate: true })
  onBeforeUnmount(() => (turn += 1))
  return { data, problem, loading, reload }
}
