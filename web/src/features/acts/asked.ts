import type { Data, Field } from '@/api/types'

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Articles stand in the penalty already where an act asks for them beside it. */
const saidTwice = (field: Field, fields: readonly Field[]) =>
  field.name === 'statute' && fields.some((other) => other.type === 'penalty')

/** Whether a field is asked for, given what stands in the fields beside it. */
export function isAsked(field: Field, data: Data): boolean {
  if (!field.when) return true
  const value = data[field.when.field]
  return field.when.values.length === 0 ? isEmpty(value) : field.when.values.includes(String(value))
}

export const askedFields = (fields: readonly Field[], data: Data): Field[] =>
  fields.filter((field) => isAsked(field, data) && !saidTwice(field, fields))

/** What is sent: nothing that is not asked for any more, and articles said once where they are wanted twice. */
export function askedData(fields: readonly Field[], data: Data): Data {
  const dropped = fields.filter((field) => !isAsked(field, data)).map((field) => field.name)
  const kept = Object.fromEntries(Object.entries(data).filter(([name]) => !dropped.includes(name)))
  const penalty = fields.find((field) => field.type === 'penalty')
  const twice = fields.find((field) => saidTwice(field, fields))
  const statute = penalty && twice ? (kept[penalty.name] as Data | undefined)?.statute : undefined
  return twice && statute !== undefined ? { ...kept, [twice.name]: statute } : kept
}
