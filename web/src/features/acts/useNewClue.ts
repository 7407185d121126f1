import { computed, reactive, ref, watch } from 'vue'
import { cases } from '@/api/calls'
import type { Data, NewCase, Problem } from '@/api/types'
import { newKey, problemOf } from '@/shared/problem'
import { prunedData } from './formValues'
import { partyInput } from './partyFields'

const KEY = 'new-clue'

interface Typed {
  party: Data
  data: Data
  paper: Data
  at: string
}

/** A clue has no case yet, so what is typed is kept in this browser window until it is registered. */
export function useNewClue() {
  const kept = sessionStorage.getItem(KEY)
  const typed = reactive<Typed>(
    kept ? (JSON.parse(kept) as Typed) : { party: { kind: 'person' }, data: {}, paper: {}, at: '' },
  )
  const problem = ref<Problem | null>(null)
  const busy = ref(false)
  let key = newKey()
  let keyed = ''

  watch(typed, () => sessionStorage.setItem(KEY, JSON.stringify(typed)), { deep: true })

  const body = computed<NewCase>(() => {
    const paper = prunedData(typed.paper)
    return {
      party: partyInput(typed.party),
      procedure: 'ordinary',
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

  return { typed, body, problem, busy, register }
}
