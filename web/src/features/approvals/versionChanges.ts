import type { Data } from '@/api/types'
import { describe as rowsOf, type Lookup, type Row } from '@/shared/values/describe'
import type { Field } from '@/api/types'

export interface Change {
  label: string
  before: string
  after: string
}

/** A labelled value as one text, so that two versions can be laid side by side. */
export function rowText(row: Row): string {
  if (row.text !== undefined) return row.text
  if (row.table) return row.table.body.map((cells) => cells.join(' ')).join('；')
  return (row.rows ?? []).map((each) => `${each.label}：${rowText(each)}`).join('；')
}

/** What differs between two versions, in the words of the act's fields and in their order. */
export function changes(fields: readonly Field[], before: Data, after: Data, lookup: Lookup = {}): Change[] {
  const was = new Map(rowsOf(fields, before, lookup).map((row) => [row.label, rowText(row)]))
  const is = new Map(rowsOf(fields, after, lookup).map((row) => [row.label, rowText(row)]))
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((label) => ({ label, before: was.get(label) ?? '', after: is.get(label) ?? '' }))
    .filter((change) => change.before !== change.after)
}
