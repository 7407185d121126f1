import { computed, ref, shallowRef } from 'vue'
import { benchmarkTables as api } from '@/api/calls'
import type { BenchmarkLine, BenchmarkProblem, BenchmarkSubject, BenchmarkTable, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'

interface Seen {
  lines: BenchmarkLine[]
  problems: BenchmarkProblem[]
  subjects: BenchmarkSubject[]
}

/** A chosen file, what the server read in it, and the draft it becomes. A later choice drops an earlier answer. */
export function useImport() {
  const file = shallowRef<File | null>(null)
  const seen = shallowRef<Seen | null>(null)
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  let turn = 0

  async function choose(chosen: File | null): Promise<void> {
    const mine = ++turn
    file.value = chosen
    seen.value = null
    problem.value = null
    if (!chosen) return
    busy.value = true
    try {
      const answer = await api.preview(chosen, chosen.name)
      if (mine === turn) seen.value = answer
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  async function save(title: string, from: string, table: string): Promise<BenchmarkTable | null> {
    const chosen = file.value
    if (!chosen || busy.value) return null
    busy.value = true
    problem.value = null
    try {
      return await api.create(chosen, { name: chosen.name, title, from, ...(table === '' ? {} : { table }) })
    } catch (error) {
      problem.value = problemOf(error)
      return null
    } finally {
      busy.value = false
    }
  }

  const clean = computed(() => seen.value !== null && seen.value.problems.length === 0)
  return { file, seen, problem, busy, clean, choose, save }
}
