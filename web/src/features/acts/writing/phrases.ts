import type { ReadyPhrase } from '@/api/types'

/** Where several forms stand on one page, the fields of each stand under its act: `decide.paper.facts`, `decide.of`. */
export function fieldOf(path: string, act: string): string {
  if (!path.startsWith(`${act}.`)) return path
  const own = path.slice(act.length + 1)
  return own.startsWith('paper.') ? own : `data.${own}`
}

/** Those of the field itself first, then those that fit everywhere. */
export function fitting(phrases: readonly ReadyPhrase[], path: string): ReadyPhrase[] {
  const own = phrases.filter((each) => each.field === path)
  return [...own, ...phrases.filter((each) => each.field === '')]
}

/** Every word that is looked for stands in the name or in the text. */
export function found(phrases: readonly ReadyPhrase[], wanted: string): ReadyPhrase[] {
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  return phrases.filter((each) => words.every((word) => each.title.includes(word) || each.text.includes(word)))
}

export const inserted = (text: string, place: { begin: number; end: number }, words: string): string =>
  text.slice(0, place.begin) + words + text.slice(place.end)
