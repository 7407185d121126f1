import type { CaseQuery } from '@/api/calls'

/** What a list is narrowed by, as it stands in the address; "" means everything. */
export interface Filters {
  q: string
  state: string
  unit: string
  field: string
  due: string
}

const names = ['q', 'state', 'unit', 'field', 'due'] as const

const one = (value: unknown) => (typeof value === 'string' ? value : '')

export function filtersFrom(query: Record<string, unknown>): Filters {
  return { q: one(query.q), state: one(query.state), unit: one(query.unit), field: one(query.field), due: one(query.due) }
}

export function narrows(filters: Filters): boolean {
  return names.some((name) => filters[name] !== '')
}

/** Only what is set: an empty filter is left out of address and request. */
export function asked(filters: Filters): Partial<Pick<CaseQuery, (typeof names)[number]>> {
  return Object.fromEntries(names.filter((name) => filters[name] !== '').map((name) => [name, filters[name]]))
}
