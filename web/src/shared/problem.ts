import { ref } from 'vue'
import { ApiError } from '@/api/client'
import type { Problem } from '@/api/types'

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  return { title: '页面出错', detail: error instanceof Error ? error.message : String(error), status: 0 }
}

export function problemText(problem: Problem): string {
  return problem.detail || problem.title
}

/** A refusal by law has an article; anything else is bad input or a fault. */
export function isRefusal(problem: Problem): boolean {
  return problem.status === 422 && problem.basis !== undefined && problem.basis !== ''
}

/** `data.items[2].quantity` and `/data/items/2/quantity` are the same place. */
export function fieldPath(field: string | undefined): string {
  return (field ?? '')
    .replace(/^acts?(\[\d+\]|\.\d+)?\./, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/\//g, '.')
    .replace(/^\.+/, '')
}

/** Runs a call and keeps its problem, so that pages show it instead of throwing. */
export function useProblem() {
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (error) {
      problem.value = problemOf(error)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { problem, busy, attempt }
}

/** A key for one intended write; repeats of the same write carry the same key. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
