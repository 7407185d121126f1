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

export type Alarm = Schemas['Alarm']
export type AlarmList = Schemas['AlarmList']
export type AlarmCounts = Schemas['AlarmCounts']
export type Scope = AlarmList['scope']
export type Digest = Schemas['Digest']
export type ClockWarning = Schemas['ClockWarning']

export const alarms = {
  list: (scope?: Scope) => answered(client.GET('/api/alarms', { params: { query: { scope } } })),
  counts: () => answered(client.GET('/api/alarms/counts')),
  digests: () => answered(client.GET('/api/digests')),
  warnings: () => answered(client.GET('/api/clock-warnings')),
  setWarning: (code: string, before: number[], after: number[]) =>
    answered(client.PUT('/api/clock-warnings/{code}', { params: { path: { code } }, body: { before, after } })),
  clearWarning: (code: string) => answered(client.DELETE('/api/clock-warnings/{code}', { params: { path: { code } } })),
}

export type CalendarInput = Schemas['CalendarInput']
export type CalendarVersion = Schemas['CalendarVersion']
export type CalendarHead = Schemas['CalendarHead']
export type CalendarYear = Schemas['CalendarYear']

const version = (id: string) => ({ params: { path: { id } } })

export const calendars = {
  list: () => answered(client.GET('/api/calendars')),
  draft: (body: CalendarInput) => answered(client.POST('/api/calendars', { body })),
  get: (id: string) => answered(client.GET('/api/calendars/{id}', version(id))),
  accept: (id: string) => answered(client.POST('/api/calendars/{id}/accept', version(id))),
  withdraw: (id: string) => answered(client.POST('/api/calendars/{id}/withdraw', version(id))),
}

export type Holdings = Schemas['Holdings']
export type HandOverResult = Schemas['HandOverResult']['results'][number]
export type HandOverReason = Schemas['HandOver']['reason']

export const handOver = {
  holdings: (id: string) => answered(client.GET('/api/people/{id}/holdings', version(id))),
  hand: (id: string, cases: { no: string; to: string }[], reason: HandOverReason) =>
    answered(client.POST('/api/people/{id}/hand-over', { ...version(id), body: { cases, reason } })),
  endPosts: (id: string, last_day: string, reason: string) =>
    answered(client.POST('/api/people/{id}/end-posts', { ...version(id), body: { last_day, reason } })),
}

export const countersign = {
  ask: (id: string, people: string[]) =>
    answered(client.POST('/api/proposals/{id}/countersigners', { ...version(id), body: { people } })),
  returnTo: (id: string, reason: string, to_step: number) =>
    answered(client.POST('/api/proposals/{id}/return', { ...version(id), body: { reason, to_step } })),
}

export type FastLists = Schemas['FastLists']
export type FastList = Schemas['FastList']
export type NewFastList = Schemas['NewFastList']

export const fastLists = {
  list: () => answered(client.GET('/api/fast-lists')),
  draft: (body: NewFastList) => answered(client.POST('/api/fast-lists', { body })),
  sign: (id: string, action: FastList['actions'][number], opinion: string) => {
    const given = { params: { path: { id } }, body: opinion.trim() === '' ? {} : { opinion: opinion.trim() } }
    if (action === 'approve') return answered(client.POST('/api/fast-lists/{id}/approve', given))
    if (action === 'return') return answered(client.POST('/api/fast-lists/{id}/return', given))
    return answered(client.POST('/api/fast-lists/{id}/withdraw', given))
  },
}
