import { ref, shallowRef, watch } from 'vue'
import { cases, type CaseQuery } from '@/api/calls'
import type { CaseRow, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'

/** The rows of one list, page after page by key; a new query starts again. */
export function useCaseList(query: () => CaseQuery) {
  const rows = shallowRef<CaseRow[]>([])
  const next = ref<string | null>(null)
  const loading = ref(false)
  const problem = ref<Problem | null>(null)
  let turn = 0

  async function fetchPage(after?: string): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const page = await cases.list({ ...query(), after, limit: 50 })
      if (mine !== turn) return
      rows.value = after ? [...rows.value, ...page.cases] : page.cases
      next.value = page.next ?? null
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  const reload = () => fetchPage()
  const more = () => (next.value ? fetchPage(next.value) : Promise.resolve())

  watch(query, reload, { immediate: true })
  return { rows, next, loading, problem, reload, more }
}
