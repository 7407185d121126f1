import { onBeforeUnmount, ref, watch } from 'vue'
import { explorer } from '@/api/calls'
import type { ExplorerItem, Finding, PenaltyScale, Problem } from '@/api/types'
import { isYuan, today } from '@/shared/format'
import { problemOf } from '@/shared/problem'
import { explorationRequest, type Exploration } from './exploration'

export interface Answer {
  needs: string[]
  finding?: Finding
  scale?: PenaltyScale | null
}

/** Asks a moment after the last change; an older answer never replaces a newer one. */
export function useExploration(input: () => { item: ExplorerItem; tried: Exploration }) {
  const answer = ref<Answer | null>(null)
  const problem = ref<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  function request() {
    const { item, tried } = input()
    const proposed = isYuan(tried.proposed) ? tried.proposed : ''
    return tried.day === '' ? null : explorationRequest(item, { ...tried, proposed }, today())
  }

  async function compute(): Promise<void> {
    const body = request()
    const mine = ++turn
    if (!body) return
    try {
      const answered = await explorer.decide(body)
      if (mine !== turn) return
      answer.value = answered as Answer
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    }
  }

  watch(
    () => JSON.stringify(request()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void compute(), 250)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { answer, problem, compute }
}
