import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const dist = join(import.meta.dirname, '..', '..', 'dist')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

export interface Answer {
  status?: number
  json?: unknown
  text?: string
}

/** What `METHOD /path` answers; `:x` stands for one segment. */
export type Routes = Record<string, unknown | ((body: unknown, url: URL) => Answer)>

interface Seen {
  method: string
  path: string
  body: unknown
}

function find(routes: Routes, method: string, path: string): unknown {
  return Object.entries(routes).find(([key]) => {
    const [wanted, pattern = ''] = key.split(' ')
    const regex = new RegExp('^' + pattern.replace(/:[a-z]+/g, '[^/]+') + '$')
    return wanted === method && regex.test(path)
  })?.[1]
}

/** Serves the built desk and answers the API from a table: for page tests without the real server. */
export async function fakeServer(routes: Routes): Promise<{ url: string; seen: Seen[]; close: () => void }> {
  const seen: Seen[] = []
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (!url.pathname.startsWith('/api/')) {
      const path = extname(url.pathname) ? url.pathname : '/index.html'
      const bytes = await readFile(join(dist, path)).catch(() => null)
      response.writeHead(bytes ? 200 : 404, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' })
      response.end(bytes)
      return
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString()
    const body: unknown = raw.startsWith('{') ? JSON.parse(raw) : raw
    const path = decodeURIComponent(url.pathname)
    seen.push({ method: request.method ?? '', path, body })
    const found = find(routes, request.method ?? '', path)
    const answer: Answer =
      typeof found === 'function' ? (found as (body: unknown, url: URL) => Answer)(body, url) : { json: found }
    const status = found === undefined ? 404 : (answer.status ?? 200)
    const problem = status >= 400
    const json = answer.json ?? (problem ? { type: 'about:blank', title: '没有找到', detail: '没有找到', status, code: 'not_found' } : undefined)
    response.writeHead(status, {
      'Content-Type': answer.text ? 'text/plain; charset=utf-8' : problem ? 'application/problem+json' : 'application/json',
    })
    response.end(answer.text ?? (json === undefined ? '' : JSON.stringify(json)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, seen, close: () => server.close() }
}
