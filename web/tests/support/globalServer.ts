import type { TestProject } from 'vitest/node'
import { binary, startServer } from './server'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    serverData: string
  }
}

/** One real server for all files: the cases walked side by side share its bureau, as colleagues do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ready = binary !== undefined || process.env.ZHIHENG_URL !== undefined
  if (!ready) throw new Error('the browser tests need the built server: ./run --build-only')
  const server = await startServer()
  project.provide('serverUrl', server.url)
  project.provide('serverData', server.data)
  return server.stop
}
