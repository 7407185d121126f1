import { answered, client } from './client'

export const scale = {
  selfCheck: () => answered(client.GET('/api/self-check')),
  nightlyRuns: () => answered(client.GET('/api/nightly-runs')),
  heads: (month: string) =>
    answered(client.GET('/api/heads', { params: { query: { month: month === '' ? undefined : month } } })),
}
