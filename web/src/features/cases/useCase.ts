import { inject, provide, type InjectionKey, type Ref } from 'vue'
import { cases } from '@/api/calls'
import type { CaseView, Problem } from '@/api/types'
import { useResource } from '@/shared/useResource'

export interface LoadedCase {
  view: Ref<CaseView | null>
  problem: Ref<Problem | null>
  reload: () => Promise<void>
}

const key: InjectionKey<LoadedCase> = Symbol('case')

/** Loads the case of a page once; its tabs share it. */
export function provideCase(no: () => string): LoadedCase {
  const { data, problem, reload } = useResource(no, cases.get)
  const loaded = { view: data, problem, reload }
  provide(key, loaded)
  return loaded
}

export function useCase(): LoadedCase {
  const loaded = inject(key)
  if (!loaded) throw new Error('a case tab stands outside a case page')
  return loaded
}
