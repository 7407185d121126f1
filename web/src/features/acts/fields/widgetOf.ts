import type { Field } from '@/api/types'

export type WidgetName =
  | 'text' | 'longtext' | 'date' | 'instant' | 'yuan' | 'int' | 'bool' | 'choice' | 'choices' | 'staff' | 'staffList'
  | 'doc' | 'act' | 'actList' | 'media' | 'art' | 'artList' | 'object' | 'rows' | 'textList' | 'penalty' | 'violations'

const byType: Record<string, WidgetName> = {
  text: 'text',
  longtext: 'longtext',
  date: 'date',
  instant: 'instant',
  yuan: 'yuan',
  int: 'int',
  bool: 'bool',
  staff: 'staff',
  act: 'act',
  n: 'act',
  doc: 'doc',
  document: 'doc',
  media: 'media',
  art: 'art',
  object: 'object',
  items: 'rows',
  penalty: 'penalty',
  violations: 'violations',
}

const lists: Record<string, WidgetName> = {
  staff: 'staffList',
  act: 'actList',
  n: 'actList',
  art: 'artList',
  violation: 'violations',
  violations: 'violations',
  media: 'media',
}

/** What a list holds, where the server says so beside `fields` and `choices`. */
function elementType(field: Field): string {
  const extra = field as Field & { element?: Field[]; of?: string }
  return extra.of ?? extra.element?.[0]?.type ?? field.type.replace(/^list\s*/, '')
}

/** Whether a field is filled by a widget made for its kind, not by a plain line for want of one. */
export function knownType(field: Field): boolean {
  if (field.choices?.length || field.fields?.length || field.type === 'any') return true
  if (field.type === 'list') return elementType(field) === 'text' || elementType(field) in lists
  return field.type in byType
}

/** The widget that fills a field of this description. */
export function widgetOf(field: Field): WidgetName {
  if (field.choices?.length) return field.type.startsWith('list') ? 'choices' : 'choice'
  if (field.type.startsWith('list')) {
    if (field.fields?.length) return 'rows'
    return lists[elementType(field)] ?? 'textList'
  }
  return byType[field.type] ?? (field.fields?.length ? 'object' : 'text')
}
