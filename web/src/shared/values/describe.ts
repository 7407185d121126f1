import type { Data, Field } from '@/api/types'
import { instantText, toLocal, yuanText } from '@/shared/format'
import { m } from '@/shared/messages'

/** One labelled value: a text, a table, or further rows below it. */
export interface Row {
  label: string
  text?: string
  rows?: Row[]
  table?: { head: string[]; body: string[][] }
}

/** Names for the ids that data hold: people, evidence, violations, acts. */
export interface Lookup {
  person?: (id: string) => string | undefined
  document?: (no: string) => string | undefined
  evidence?: (id: string) => string | undefined
  violation?: (id: string) => string | undefined
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The values of an act in the words of its fields; what was left out is not listed. */
export function describe(fields: readonly Field[], data: Data, lookup: Lookup = {}): Row[] {
  const known = new Set(fields.map((field) => field.name))
  const rows = fields.filter((field) => !isEmpty(data[field.name])).map((field) => row(field, data[field.name], lookup))
  const others = Object.entries(data).filter(([name, value]) => !known.has(name) && !isEmpty(value))
  return [...rows, ...others.map(([name, value]) => row(guessed(name, value), value, lookup))]
}

function guessed(name: string, value: unknown): Field {
  return { name, label: name, type: Array.isArray(value) ? 'list' : isData(value) ? 'object' : 'text', required: false }
}

function row(field: Field, value: unknown, lookup: Lookup): Row {
  const label = field.label
  if (field.type === 'penalty') return { label, rows: describe(penaltyFields(field), asData(value), lookup) }
  if (isData(value) && field.type !== 'art') return { label, rows: describe(field.fields ?? [], value, lookup) }
  if (Array.isArray(value) && value.every(isData) && !isArtList(value)) {
    return { label, table: table(rowFields(field), value, lookup) }
  }
  return { label, text: text(field, value, lookup) }
}

const asData = (value: unknown): Data => (isData(value) ? value : {})
const isArtList = (value: unknown[]) => value.every((each) => isData(each) && 'article' in each && 'law' in each)

function table(fields: readonly Field[], rows: Data[], lookup: Lookup) {
  const used = fields.filter((field) => rows.some((each) => !isEmpty(each[field.name])))
  return {
    head: used.map((field) => field.label),
    body: rows.map((each) => used.map((field) => text(field, each[field.name], lookup))),
  }
}

function text(field: Field, value: unknown, lookup: Lookup): string {
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) return value.map((each) => text(field, each, lookup)).join('；')
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (isData(value)) return 'article' in value ? articleText(value) : inline(describe(field.fields ?? [], value, lookup))
  return scalar(field, String(value), lookup)
}

const inline = (rows: Row[]) => rows.map((each) => `${each.label} ${each.text ?? ''}`).join('，')

function scalar(field: Field, value: string, lookup: Lookup): string {
  const choice = field.choices?.find((each) => each.value === value)
  if (choice) return choice.label
  switch (field.type) {
    case 'yuan':
      return `${yuanText(value)} ${m.unit.yuan}`
    case 'instant':
      return instantText(value)
    case 'doc':
    case 'document':
      return lookup.document?.(value) ?? value
    case 'act':
      return m.clock.actOf(Number(value))
    case 'staff':
      return lookup.person?.(value) ?? value
    case 'media':
      return lookup.evidence?.(value) ?? value
    case 'violations':
    case 'violation':
      return lookup.violation?.(value) ?? value
    default:
      return anyId(value, lookup)
  }
}

/** Lists of plain texts may hold ids of people or violations too. */
function anyId(value: string, lookup: Lookup): string {
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return toLocal(value)
  return lookup.violation?.(value) ?? lookup.person?.(value) ?? lookup.evidence?.(value) ?? value
}

export function articleText(art: Data): string {
  const place = [
    art.article ? `第${String(art.article)}条` : '',
    art.paragraph ? `第${String(art.paragraph)}款` : '',
    art.item ? `第（${String(art.item)}）项` : '',
  ].join('')
  return `${String(art.law ?? '')} ${place}`.trim()
}

const p = m.act.penalty
const pick = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

const itemLabels: [string, string, string][] = [
  ['no', m.act.items.no, 'text'],
  ['name', m.act.items.name, 'text'],
  ['model', m.act.items.model, 'text'],
  ['unit', m.act.items.unit, 'text'],
  ['quantity', m.act.items.quantity, 'text'],
  ['value', m.act.items.value, 'yuan'],
]

export const itemFields: Field[] = itemLabels.map(([name, label, type]) => ({
  name,
  label,
  type,
  required: name !== 'model' && name !== 'value',
}))

const standardPenalty: Field[] = [
  { name: 'kinds', label: p.kinds, type: 'list', required: true, choices: pick(m.act.penaltyKinds) },
  { name: 'fine', label: p.fine, type: 'yuan', required: false },
  { name: 'gains', label: p.gains, type: 'yuan', required: false },
  { name: 'goods_value', label: p.goods_value, type: 'yuan', required: false },
  { name: 'goods', label: p.goods, type: 'items', required: false },
  { name: 'violations', label: p.violations, type: 'violations', required: true },
  { name: 'statute', label: p.statute, type: 'list', required: true },
  { name: 'tier', label: p.tier, type: 'choice', required: false, choices: pick(m.act.tiers) },
]

/** The members of a penalty: as the server describes them, or as acts.md has them. */
export function penaltyFields(field: Field): Field[] {
  return field.fields?.length ? field.fields : standardPenalty
}

export function rowFields(field: Field): Field[] {
  if (field.fields?.length) return field.fields
  return field.type === 'items' ? itemFields : []
}
