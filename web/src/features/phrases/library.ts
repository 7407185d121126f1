import type { ActType, Phrase } from '@/api/types'

export interface FreeField {
  path: string
  label: string
}

/** The free text fields of an act, those of its papers first. */
export function fieldsOf(type: ActType | undefined): FreeField[] {
  const free = (group: 'paper' | 'data', fields: ActType['fields']) =>
    fields.filter((field) => field.type === 'longtext').map((field) => ({ path: `${group}.${field.name}`, label: field.label }))
  return type ? [...free('paper', type.paper), ...free('data', type.fields)] : []
}

/** Acts in which a phrase can stand. */
export const writingActs = (acts: readonly ActType[]): ActType[] => acts.filter((type) => fieldsOf(type).length > 0)

/** Every word that is looked for stands in the name or in the words; retired ones only when they are asked for. */
export function shown(phrases: readonly Phrase[], wanted: string, withRetired: boolean): Phrase[] {
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  return phrases.filter(
    (each) =>
      (withRetired || each.retired_at === undefined) &&
      words.every((word) => each.title.includes(word) || each.words.includes(word)),
  )
}
