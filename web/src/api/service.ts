import { answered, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type ServiceOffer = Schemas['ElectronicServiceOffer']
export type ElectronicService = Schemas['ElectronicService']
export type ServedLook = Schemas['ServedLook']
export type ServedPaper = Schemas['ServedPaper']

const paper = (id: string) => ({ params: { path: { id } } })

export const electronicService = {
  offer: (id: string) => answered(client.GET('/api/documents/{id}/electronic-service', paper(id))),
  /** Carries one key however often it is repeated, so that a broken line sends nothing twice. */
  send: (id: string, account: string, online_recon_channel: string, key: string) =>
    answered(
      client.POST('/api/documents/{id}/electronic-service', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body: { account, ...(online_recon_channel === '' ? {} : { online_recon_channel }) },
      }),
    ),
}

/** The recipient's side: nobody is signed in. The link goes in the body, never in an address. */
export const served = {
  look: (link: string) => answered(client.POST('/api/served', { body: { link } })),
  open: (link: string, code: string) => answered(client.POST('/api/served/open', { body: { link, code } })),
  anotherCode: (link: string) => answered(client.POST('/api/served/code', { body: { link } })),
  paper: async (link: string, key: string) =>
    (await answered(
      client.POST('/api/served/paper', { body: { link, key }, headers: { Accept: 'application/pdf' }, parseAs: 'blob' }),
    )) as Blob,
}
