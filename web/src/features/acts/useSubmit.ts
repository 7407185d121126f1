import { ref } from 'vue'
import { acts } from '@/api/calls'
import type { ActBody, ActCheck, Problem, Proposed, Recorded } from '@/api/types'
import { newKey, problemOf } from '@/shared/problem'

/** Checks an act and records it; a repeat of the same request carries the same key. */
export function useSubmit(no: () => string) {
  const check = ref<ActCheck | null>(null)
  const result = ref<Recorded | Proposed | null>(null)
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  let key = newKey()
  let keyed = ''

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (error) {
      problem.value = problemOf(error)
      return null
    } finally {
      busy.value = false
    }
  }

  async function ask(body: ActBody): Promise<boolean> {
    check.value = await attempt(() => acts.check(no(), body))
    return check.value !== null
  }

  async function record(body: ActBody, version: number): Promise<boolean> {
    const text = JSON.stringify(body) + version
    if (text !== keyed) {
      key = newKey()
      keyed = text
    }
    result.value = await attempt(() => acts.record(no(), body, { key, version }))
    return result.value !== null
  }

  return { check, result, problem, busy, ask, record }
}
