import { computed, reactive, ref, watch } from 'vue'
import { cases } from '@/api/calls'
import type { Data, NewCase, Problem } from '@/api/types'
import { newKey, problemOf } from '@/shared/problem'
import { prunedData } from './formValues'
import { partyInput } from './partyFields'

/** What opens a matter of its own: a clue of a violation, a complaint or report as it came in, what the criminal side sends back. */
export type Opening = 'clue' | 'complaint' | 'referral'

export const openings = {
  clue: { act: 'register_clue', procedure: 'ordinary', route: 'new-clue' },
  complaint: { act: 'register_complaint', procedure: 'complaint', route: 'new-complaint' },
  referral: { act: 'receive_reverse_referral', procedure: 'ordinary', route: 'new-referral' },
} as const

interface Typed {
  party: Data
  data: Data
  paper: Data
  at: string
}

/** A clue has no case yet, so what is typed is kept in this browser window until it is registered. */
export function useOpening(opening: Opening) {
  const KEY = `new-${opening}`
  const kept = sessionStorage.getItem(KEY)
  const kind = opening === 'clue' ? 'person' : 'organisation'
  const typed = reactive<Typed>(kept ? (JSON.parse(kept) as Typed) : { party: { kind }, data: {}, paper: {}, at: '' })
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  let key = newKey()
  let keyed = ''

  watch(typed, () => sessionStorage.setItem(KEY, JSON.stringify(typed)), { deep: true })

  const body = computed<NewCase>(() => {
    const paper = prunedData(typed.paper)
    return {
      party: partyInput(typed.party),
      procedure: openings[opening].procedure,
      act: openings[opening].act,
      data: prunedData(typed.data),
      ...(Object.keys(paper).length > 0 ? { paper } : {}),
      ...(typed.at ? { at: typed.at } : {}),
    }
  })

  async function register(): Promise<string | null> {
    const text = JSON.stringify(body.value)
    if (text !== keyed) {
      key = newKey()
      keyed = text
    }
    busy.value = true
    problem.value = null
    try {
      const created = await cases.create(body.value, key)
      sessionStorage.removeItem(KEY)
      return created.no
    } catch (error) {
      problem.value = problemOf(error)
      return null
    } finally {
      busy.value = false
    }
  }

  /** 投诉举报处理办法 第二十七条、第三十五条: the clue that comes of a complaint or report is about the same trader. */
  async function takeFrom(no: string): Promise<void> {
    try {
      const { parties, facts } = await cases.get(no)
      const [party] = parties
      if (party) {
        const { id: _id, details, ...own } = party
        typed.party = { ...own, ...details }
      }
      const known = Object.entries({ source: facts.source, source_no: facts.source_no, found_on: facts.found_on, content: facts.content })
      typed.data = Object.fromEntries(known.filter(([, value]) => value))
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  return { typed, body, problem, busy, register, takeFrom }
}
