import { answered, client } from './client'
import type { ActBody, EditedPhrase, NewPhrase } from './types'

const one = (id: string) => ({ params: { path: { id } } })

/** The phrase libraries of unit and agency. */
export const phrases = {
  list: () => answered(client.GET('/api/phrases')),
  make: (body: NewPhrase) => answered(client.POST('/api/phrases', { body })),
  edit: (id: string, body: EditedPhrase) => answered(client.PUT('/api/phrases/{id}', { ...one(id), body })),
  retire: (id: string, lock: number) => answered(client.POST('/api/phrases/{id}/retire', { ...one(id), body: { lock } })),
  ready: (no: string, body: ActBody) =>
    answered(client.POST('/api/cases/{no}/phrases', { params: { path: { no } }, body })),
}
