import createClient from 'openapi-fetch'
import type { paths } from './schema'
import type { Problem } from './types'

/** Thrown for every answer that is not 2xx; `problem` is what the server said. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiError'
  }
}

const expiredListeners = new Set<() => void>()

/** Called whenever an answer says that nobody is signed in any more. */
export function onSessionExpired(listener: () => void): () => void {
  expiredListeners.add(listener)
  return () => expiredListeners.delete(listener)
}

export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  fetch: (input: Request) => globalThis.fetch(input),
})

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer, or an ApiError with the problem. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError({ title: '连接不上服务器', detail: '请检查网络，稍后再试。', status: 0, code: 'offline' })
  }
  if (answer.response.ok) return answer.data as T
  const problem = asProblem(answer.error, answer.response.status)
  const asksSession = new URL(answer.response.url || '/', 'http://localhost').pathname === '/api/session'
  if (problem.status === 401 && !asksSession) expiredListeners.forEach((listener) => listener())
  throw new ApiError(problem)
}

function asProblem(error: unknown, status: number): Problem {
  if (typeof error === 'object' && error !== null && 'title' in error) {
    return { ...(error as Partial<Problem>), title: String(error.title), status }
  }
  return { title: '请求没有成功', detail: `服务器返回状态 ${status}`, status }
}
