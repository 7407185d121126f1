import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { acts } from '@/api/calls'
import type { ActBody, Advice, CaseView, Data, Problem } from '@/api/types'
import { problemOf } from '@/shared/problem'

/** What the act being written names first, else what the case was filed for. */
export function violationOf(view: CaseView | null, data: Data): string | undefined {
  const penalty = (data.penalty ?? {}) as Data
  const named = [data.violations, penalty.violations].find((each) => Array.isArray(each) && each.length > 0)
  return Array.isArray(named) ? String(named[0]) : view?.facts.violations?.[0]?.id
}

/** What the answer depends on: the reasons being typed are not among it. */
export const askedOf = (body: ActBody): ActBody => ({ ...body, paper: body.paper?.discretion ? { discretion: body.paper.discretion } : {} })

/** Asks again a moment after the last change, where there is something to ask; an older answer never replaces a newer one. */
export function useDiscretion(input: () => { no: string; body: ActBody } | null) {
  const advice = shallowRef<Advice | null>(null)
  const problem = ref<Problem | null>(null)
  const finding = computed(() => advice.value?.finding ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function compute(): Promise<void> {
    const asked = input()
    if (!asked) return
    const { no, body } = asked
    const mine = ++turn
    try {
      const answer = await acts.advice(no, askedOf(body))
      if (mine !== turn) return
      advice.value = answer
      problem.value = null
    } catch (error) {
      if (mine === turn) problem.value = problemOf(error)
    }
  }

  watch(
    () => {
      const asked = input()
      return asked ? JSON.stringify(askedOf(asked.body)) : ''
    },
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void compute(), 400)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    clearTimeout(timer)
    turn += 1
  })
  return { advice, finding, problem, compute }
}
