import { computed, inject, provide, ref, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { CitedEvidence, Data, DraftedParts } from '@/api/types'

/** How a free part stands to what the case would write: as drafted, edited, edited while the case went on or fell silent. */
export type PartState = 'drafted' | 'edited' | 'changed' | 'gone'

export interface Part {
  state: PartState
  /** What the case says now. */
  draft: string
  /** What the officer's words are measured against: the draft he last saw. */
  seen: string
  /** His words before the draft was taken over them, while they can still be had back. */
  before: string | undefined
}

const NAME = /^paper\./
const textOf = (paper: Data, field: string): string => {
  const value = paper[field.replace(NAME, '')]
  return typeof value === 'string' ? value : ''
}

/** The part of a text that is not drafted is nobody's; a blank one waits for the draft. */
export function partOf(written: string, seen: string, draft: string): PartState {
  if (written === draft) return 'drafted'
  return seen !== draft && seen !== written ? 'changed' : 'edited'
}

/**
 * Drafts of the free parts. What nobody has touched follows the case; what was edited stays, and what the case says
 * differently is offered beside it.
 */
export function useDrafted(paper: Ref<Data>, seen: Ref<Record<string, string>>) {
  const now = ref<Record<string, string>>({})
  /** What was drafted once and is no more, as the penalty of a case decided without one. */
  const gone = ref<string[]>([])
  const evidence = ref<CitedEvidence[]>([])
  const before = ref<Record<string, string>>({})
  const set = (field: string, text: string) => (paper.value = { ...paper.value, [field.replace(NAME, '')]: text })
  const see = (field: string, text: string) => (seen.value = { ...seen.value, [field]: text })

  /** Only drafts made from what is typed now (`typed`) tell by their silence that a part is drafted no more. */
  function follow(drafted: DraftedParts | undefined, typed = false): void {
    if (!drafted) return
    evidence.value = drafted.evidence
    now.value = Object.fromEntries(drafted.parts.map((part) => [part.field, part.text]))
    for (const { field, text } of drafted.parts) {
      const written = textOf(paper.value, field)
      const known = seen.value[field]
      const untouched = written.trim() === '' ? known === undefined || known === '' : written === known
      if (untouched && written !== text) set(field, text)
      if (untouched || known === undefined) see(field, text)
    }
    gone.value = (typed ? Object.keys(seen.value) : gone.value).filter((field) => now.value[field] === undefined)
    if (typed) gone.value.filter((field) => textOf(paper.value, field) === seen.value[field]).forEach(empty)
  }
  /** Words that are only the draft's would go on saying what the case no longer says. */
  function empty(field: string): void {
    if (seen.value[field] === '') return
    set(field, '')
    see(field, '')
  }

  function take(field: string): void {
    before.value = { ...before.value, [field]: textOf(paper.value, field) }
    set(field, now.value[field] ?? '')
    see(field, now.value[field] ?? '')
  }
  function undo(field: string): void {
    const old = before.value[field]
    if (old !== undefined) set(field, old)
    before.value = Object.fromEntries(Object.entries(before.value).filter(([name]) => name !== field))
  }
  const keep = (field: string) => see(field, now.value[field] ?? '')

  function standing(field: string, draft: string): Part {
    const known = seen.value[field] ?? draft
    return { state: partOf(textOf(paper.value, field), known, draft), draft, seen: known, before: before.value[field] }
  }
  /** The officer is asked about his words once; those taken away can be had back. */
  const isAskedAbout = (field: string) => before.value[field] !== undefined || (!!seen.value[field] && textOf(paper.value, field) !== '')
  const parts = computed<Record<string, Part>>(() =>
    Object.fromEntries([
      ...Object.entries(now.value).map(([field, draft]) => [field, standing(field, draft)] as const),
      ...gone.value.filter(isAskedAbout).map((field) => [field, { ...standing(field, ''), state: 'gone' }] as const),
    ]),
  )
  // Words typed after the draft was taken are new words: there is nothing left to go back to.
  watch(paper, (written) => {
    const kept = Object.entries(before.value).filter(([field]) => textOf(written, field) === (now.value[field] ?? ''))
    if (kept.length !== Object.keys(before.value).length) before.value = Object.fromEntries(kept)
  })
  return { parts, evidence, follow, take, keep, undo }
}

interface Writing {
  parts: ComputedRef<Record<string, Part>>
  evidence: Ref<CitedEvidence[]>
  take: (field: string) => void
  keep: (field: string) => void
  undo: (field: string) => void
}

const key: InjectionKey<Writing> = Symbol('writing')
export const provideWriting = (writing: Writing): void => provide(key, writing)
/** Fields of forms that draft nothing have no parts. */
export const useWriting = (): Writing | null => inject(key, null)
