import { answered, client } from './client'
import type { ActBody, Advice, Data, Draft, Finding, FindingAnswer, ForeignPaper, HandwritingInput, NewCase, PanelPlan, PaperWords, Preview, PublicationText, SimulationQuestion } from './types'

/** A write carries one key however often it is repeated, and the version its writer saw. */
export interface WriteGuard {
  key: string
  version: number
}

const guarded = (guard: WriteGuard) => ({ 'Idempotency-Key': guard.key, 'If-Match': `"${guard.version}"` })

const pdf = { headers: { Accept: 'application/pdf' }, parseAs: 'blob' as const }
const words = { headers: { Accept: 'application/json' } }
const text = { headers: { Accept: 'text/plain' }, parseAs: 'text' as const }

export type PanelResult = 'agree' | 'change' | 'no_penalty' | 'investigate' | 'continue'

export const session = {
  current: () => answered(client.GET('/api/session')),
  signIn: (account: string, password: string) =>
    answered(client.POST('/api/session', { body: { account, password } })),
  signOut: () => answered(client.DELETE('/api/session')),
  changePassword: (old: string, next: string) =>
    answered(client.POST('/api/session/password', { body: { old, new: next } })),
}

export const catalogue = {
  procedure: () => answered(client.GET('/api/procedure')),
  violations: () => answered(client.GET('/api/violations')),
  units: () => answered(client.GET('/api/units')),
  people: (role?: string) => answered(client.GET('/api/people', { params: { query: { role } } })),
}

export const laws = {
  cited: (text: string, on?: string) => answered(client.GET('/api/citations', { params: { query: { text, on } } })),
}

export const papers = {
  check: (code: string, number: string) =>
    answered(client.GET('/api/check', { params: { query: { code, number: number || undefined } } })),
}

export const explorer = {
  choices: () => answered(client.GET('/api/explorer')),
  search: (q: string, field: string, limit = 30) =>
    answered(client.GET('/api/explorer/items', { params: { query: { q, field: field || undefined, limit } } })),
  item: (id: string) => answered(client.GET('/api/explorer/items/{id}', { params: { path: { id } } })),
  decide: (body: Data) => answered(client.POST('/api/explorer/decide', { body })),
}

export interface CaseQuery {
  list: 'mine' | 'unit' | 'all'
  state?: string
  q?: string
  field?: string
  unit?: string
  due?: string
  after?: string
  limit?: number
}

export const cases = {
  list: (query: CaseQuery) => answered(client.GET('/api/cases', { params: { query } })),
  create: (body: NewCase, key: string) =>
    answered(client.POST('/api/cases', { body, params: { header: { 'Idempotency-Key': key } } })),
  get: (no: string) => answered(client.GET('/api/cases/{no}', { params: { path: { no } } })),
  acts: (no: string) => answered(client.GET('/api/cases/{no}/acts', { params: { path: { no } } })),
  why: (no: string) => answered(client.GET('/api/cases/{no}/why', { params: { path: { no } } })),
  verification: (no: string) => answered(client.GET('/api/cases/{no}/verification', { params: { path: { no } } })),
}

export const acts = {
  form: (no: string, act: string) =>
    answered(client.GET('/api/cases/{no}/acts/{act}/form', { params: { path: { no, act } } })),
  saveDraft: (no: string, act: string, body: Draft) =>
    answered(client.PUT('/api/cases/{no}/drafts/{act}', { params: { path: { no, act } }, body })),
  dropDraft: (no: string, act: string) =>
    answered(client.DELETE('/api/cases/{no}/drafts/{act}', { params: { path: { no, act } } })),
  check: (no: string, body: ActBody) =>
    answered(client.POST('/api/cases/{no}/acts/check', { params: { path: { no } }, body })),
  advice: async (no: string, body: ActBody) =>
    (await answered(client.POST('/api/cases/{no}/acts/advice', { params: { path: { no } }, body }))) as Advice,
  record: (no: string, body: ActBody, guard: WriteGuard) =>
    answered(client.POST('/api/cases/{no}/acts', { params: { path: { no }, header: guarded(guard) }, body })),
  publication: async (no: string, body: ActBody) =>
    (await answered(client.POST('/api/cases/{no}/acts/publication', { params: { path: { no } }, body }))) as PublicationText[],
  publicationPdf: async (no: string, body: ActBody & { document: string }) =>
    (await answered(client.POST('/api/cases/{no}/acts/publication', { params: { path: { no } }, body, ...pdf }))) as Blob,
  previewPdf: async (no: string, body: Preview) =>
    (await answered(client.POST('/api/cases/{no}/preview', { params: { path: { no } }, body, ...pdf }))) as Blob,
  previewWords: async (no: string, body: Preview) =>
    ((await answered(client.POST('/api/cases/{no}/preview', { params: { path: { no } }, body, ...words }))) as PaperWords).lines,
  previewSheets: async (no: string, body: Preview) => (await answered(client.POST('/api/cases/{no}/preview/sheets', { params: { path: { no } }, body }))).sheets,
  discretion: async (body: Data) => (await answered(client.POST('/api/discretion', { body }))) as Finding,
}

export const simulations = {
  run: (body: SimulationQuestion) => answered(client.POST('/api/simulations', { body })),
}

const proposal = (id: string) => ({ params: { path: { id } } })

export const proposals = {
  inbox: () => answered(client.GET('/api/inbox')),
  get: (id: string) => answered(client.GET('/api/proposals/{id}', proposal(id))),
  confirm: (id: string, opinion: string) =>
    answered(client.POST('/api/proposals/{id}/confirm', { ...proposal(id), body: { opinion } })),
  approve: (id: string, opinion: string) =>
    answered(client.POST('/api/proposals/{id}/approve', { ...proposal(id), body: { opinion } })),
  return: (id: string, reason: string) =>
    answered(client.POST('/api/proposals/{id}/return', { ...proposal(id), body: { reason } })),
  withdraw: (id: string) => answered(client.POST('/api/proposals/{id}/withdraw', proposal(id))),
  see: (id: string, version: number) => answered(client.POST('/api/proposals/{id}/seen', { ...proposal(id), body: { version } })),
  approveTogether: (ids: string[], opinion: string) => answered(client.POST('/api/approvals', { body: { ids, opinion } })),
}

const meeting = (id: string) => ({ params: { path: { id } } })
const item = (id: string, k: number) => ({ params: { path: { id, k } } })

export const panels = {
  list: () => answered(client.GET('/api/panel-meetings')),
  get: (id: string) => answered(client.GET('/api/panel-meetings/{id}', meeting(id))),
  prepare: (body: PanelPlan) => answered(client.POST('/api/panel-meetings', { body })),
  change: (id: string, body: PanelPlan) => answered(client.PUT('/api/panel-meetings/{id}', { ...meeting(id), body })),
  open: (id: string, version: number, present: string[]) =>
    answered(client.POST('/api/panel-meetings/{id}/open', { ...meeting(id), body: { version, present } })),
  minutes: (id: string, k: number, body: { version: number; course: string; discussion: string; recused: { person: string; reason: string }[] }) =>
    answered(client.PUT('/api/panel-meetings/{id}/items/{k}/minutes', { ...item(id, k), body })),
  vote: (id: string, k: number, view: 'agree' | 'change' | 'against', note: string) =>
    answered(client.POST('/api/panel-meetings/{id}/items/{k}/vote', { ...item(id, k), body: { view, note } })),
  conclude: (id: string, k: number, body: { version: number; result: PanelResult; conclusion: string; until?: string }) =>
    answered(client.POST('/api/panel-meetings/{id}/items/{k}/conclude', { ...item(id, k), body })),
}

export const evidence = {
  list: (no: string) => answered(client.GET('/api/cases/{no}/evidence', { params: { path: { no } } })),
  begin: (no: string, body: { name: string; size: number }) =>
    answered(client.POST('/api/cases/{no}/uploads', { params: { path: { no } }, body })),
  state: (id: string) => answered(client.GET('/api/uploads/{id}', { params: { path: { id } } })),
  chunk: (id: string, k: number, bytes: Blob, signal?: AbortSignal) =>
    answered(
      client.PUT('/api/uploads/{id}/chunks/{k}', {
        params: { path: { id, k } },
        body: bytes as unknown as string,
        bodySerializer: (body) => body as unknown as Blob,
        headers: { 'Content-Type': 'application/octet-stream' },
        signal,
      }),
    ),
  complete: (id: string) => answered(client.POST('/api/uploads/{id}/complete', { params: { path: { id } } })),
  custody: (id: string) => answered(client.GET('/api/evidence/{id}/custody', { params: { path: { id } } })),
  names: (no: string) => answered(client.GET('/api/cases/{no}/file-names', { params: { path: { no } } })),
  name: (id: string, name: string) => answered(client.PUT('/api/evidence/{id}/name', { params: { path: { id } }, body: { name } })),
  readAnew: (id: string) => answered(client.POST('/api/evidence/{id}/reading', { params: { path: { id } } })),
  proofread: (id: string) => answered(client.GET('/api/evidence/{id}/proofreading', { params: { path: { id } } })),
  contentUrl: (id: string) => `/api/evidence/${encodeURIComponent(id)}/content`,
}

export const foreignPapers = {
  words: (name: string, bytes: Blob) =>
    answered(
      client.POST('/api/foreign-papers/words', {
        params: { query: { name } },
        body: bytes as unknown as string,
        bodySerializer: (body) => body as unknown as Blob,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    ),
  proofread: (papers: ForeignPaper[]) => answered(client.POST('/api/foreign-papers/proofreading', { body: { papers } })),
}

const foreignVolume = (id: string) => ({ params: { path: { id } } })

export const foreignVolumes = {
  list: () => answered(client.GET('/api/foreign-volumes')),
  begin: (body: { name: string; size: number }) => answered(client.POST('/api/foreign-volumes', { body })),
  left: () => answered(client.GET('/api/foreign-uploads')),
  abandon: (id: string) => answered(client.DELETE('/api/foreign-uploads/{id}', foreignVolume(id))),
  chunk: (id: string, k: number, bytes: Blob) =>
    answered(
      client.PUT('/api/foreign-volumes/{id}/chunks/{k}', {
        params: { path: { id, k } },
        body: bytes as unknown as string,
        bodySerializer: (body) => body as unknown as Blob,
        headers: { 'Content-Type': 'application/octet-stream' },
      }),
    ),
  complete: (id: string, key: string) =>
    answered(client.POST('/api/foreign-volumes/{id}/complete', { ...foreignVolume(id), body: key === '' ? {} : { key } })),
  show: (id: string) => answered(client.GET('/api/foreign-volumes/{id}', foreignVolume(id))),
}

export const proofreading = {
  papers: (no: string) => answered(client.GET('/api/cases/{no}/proofreading', { params: { path: { no } } })),
  act: (no: string, body: ActBody) =>
    answered(client.POST('/api/cases/{no}/proofreading', { params: { path: { no } }, body })),
}

export const documents = {
  volume: (no: string) => answered(client.GET('/api/cases/{no}/volume', { params: { path: { no } } })),
  list: (no: string) => answered(client.GET('/api/cases/{no}/documents', { params: { path: { no } } })),
  pdf: async (id: string) =>
    (await answered(client.GET('/api/documents/{id}/pdf', { params: { path: { id } }, ...pdf }))) as Blob,
  text: (id: string) =>
    answered(client.GET('/api/documents/{id}/text', { params: { path: { id } }, ...text })),
}

export const signing = {
  state: (id: string) => answered(client.GET('/api/documents/{id}/signatures', { params: { path: { id } } })),
  findings: (id: string) => answered(client.GET('/api/documents/{id}/proofreading', { params: { path: { id } } })),
  sign: (id: string, passphrase: string, answers: FindingAnswer[]) =>
    answered(client.POST('/api/documents/{id}/signatures', { params: { path: { id } }, body: { passphrase, answers } })),
  seal: (id: string, answers: FindingAnswer[]) =>
    answered(client.POST('/api/documents/{id}/seal', { params: { path: { id } }, body: { answers } })),
  write: (id: string, body: HandwritingInput) =>
    answered(client.POST('/api/documents/{id}/handwriting', { params: { path: { id } }, body })),
}

export const publication = {
  compare: (id: string) => answered(client.GET('/api/documents/{id}/publication', { params: { path: { id } } })),
}

const fileBody = (file: Blob) => ({
  body: file as unknown as string,
  bodySerializer: (body: string) => body as unknown as Blob,
  headers: { 'Content-Type': 'application/octet-stream' },
})

export interface BenchmarkImport {
  name: string
  title: string
  from: string
  table?: string
}

export const benchmarkTables = {
  list: () => answered(client.GET('/api/benchmark-tables')),
  get: (id: string) => answered(client.GET('/api/benchmark-tables/{id}', { params: { path: { id } } })),
  check: (id: string) => answered(client.GET('/api/benchmark-tables/{id}/check', { params: { path: { id } } })),
  preview: (file: Blob, name: string) =>
    answered(client.POST('/api/benchmark-tables/preview', { params: { query: { name } }, ...fileBody(file) })),
  create: (file: Blob, query: BenchmarkImport) =>
    answered(client.POST('/api/benchmark-tables', { params: { query }, ...fileBody(file) })),
  map: (id: string, lock: number, items: { subject: number; item: string | null }[]) =>
    answered(client.PUT('/api/benchmark-tables/{id}/items', { params: { path: { id } }, body: { lock, items } })),
  submit: (id: string, opinion: string) =>
    answered(client.POST('/api/benchmark-tables/{id}/submit', { params: { path: { id } }, body: { opinion } })),
  approve: (id: string, opinion: string) =>
    answered(client.POST('/api/benchmark-tables/{id}/approve', { params: { path: { id } }, body: { opinion } })),
  return: (id: string, opinion: string) =>
    answered(client.POST('/api/benchmark-tables/{id}/return', { params: { path: { id } }, body: { opinion } })),
  withdraw: (id: string, opinion: string) =>
    answered(client.POST('/api/benchmark-tables/{id}/withdraw', { params: { path: { id } }, body: { opinion } })),
  fileUrl: (id: string, format: 'xlsx' | 'csv') =>
    `/api/benchmark-tables/${encodeURIComponent(id)}/file?format=${format}`,
}
