import { vi } from 'vitest'

export interface Canned {
  status?: number
  json?: unknown
}

/** Replaces fetch: `METHOD /path` → answer; a function sees the request. */
export function answerWith(table: Record<string, Canned | ((request: Request, body: unknown) => Canned)>) {
  const fetched = vi.fn(async (request: Request) => {
    const path = decodeURIComponent(new URL(request.url).pathname)
    const entry = table[`${request.method} ${path}`]
    const raw = await request.clone().text()
    const body: unknown = raw.startsWith('{') ? JSON.parse(raw) : raw
    const answer = typeof entry === 'function' ? entry(request, body) : entry
    const status = answer === undefined ? 404 : (answer.status ?? 200)
    const json = answer?.json ?? (status >= 400 ? { title: '没有找到', status } : {})
    const empty = status === 204
    return new Response(empty ? null : JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json' } })
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}
