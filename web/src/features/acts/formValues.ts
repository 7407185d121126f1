import type { ActBody, Data, Field } from '@/api/types'
import { askedData } from './asked'

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Leaves out what was not filled in: an empty box is a missing value, not an empty text. */
export function pruned(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((each) => each !== undefined)
    return kept.length === 0 ? undefined : kept
  }
  if (isData(value)) {
    const kept: Data = {}
    for (const [name, each] of Object.entries(value)) {
      // A circumstance without evidence is still stated: the finding says that it was not used.
      const inner = name === 'evidence_ids' ? each : pruned(each)
      if (inner !== undefined) kept[name] = inner
    }
    return Object.keys(kept).length === 0 ? undefined : kept
  }
  return value
}

export const prunedData = (data: Data): Data => (pruned(data) as Data | undefined) ?? {}

const isList = (field: Field) => field.type.startsWith('list') || field.type === 'items'

/** A list that is asked for and left without rows says that there are none. */
export function withEmptyLists(fields: readonly Field[], data: Data): Data {
  const lists = fields.filter((field) => field.required && isList(field) && data[field.name] === undefined)
  return { ...data, ...Object.fromEntries(lists.map((field) => [field.name, []])) }
}

export interface FormState {
  data: Data
  paper: Data
  at: string
  by: string[]
  party: string
  /** The drafts the free parts are measured against, by path. */
  drafted?: Record<string, string>
}

/** The request that records what a form holds. */
export function bodyOf(act: string, form: FormState, fields: readonly Field[] = []): ActBody {
  const paper = prunedData(form.paper)
  return {
    act,
    by: form.by,
    data: withEmptyLists(fields, askedData(fields, prunedData(form.data))),
    ...(form.at ? { at: form.at } : {}),
    ...(form.party ? { party: form.party } : {}),
    ...(Object.keys(paper).length > 0 ? { paper } : {}),
  }
}
