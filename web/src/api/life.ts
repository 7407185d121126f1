import { answered, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Delegation = Schemas['Delegation']
export type DelegationPaper = Schemas['DelegationPaper']

export const delegations = {
  list: () => answered(client.GET('/api/delegations')),
  record: (body: DelegationPaper) => answered(client.POST('/api/delegations', { body })),
  end: (id: string, reason: string) =>
    answered(client.POST('/api/delegations/{id}/end', { params: { path: { id } }, body: { reason } })),
}
