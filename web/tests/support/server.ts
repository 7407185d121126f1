import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..', '..')

/** The built server: named by ZHIHENG, or where the presets leave it. */
export const binary = [
  process.env.ZHIHENG ?? '',
  join(root, 'build', 'release', 'zhiheng'),
  join(root, 'build', 'dev', 'zhiheng'),
].find((path) => path !== '' && existsSync(path))

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}

export interface RealServer {
  url: string
  /** Its data folder, where it is one of ours. */
  data: string
  stop: () => Promise<void>
}

/** The bureau the HTTP tests made, if they did; cp keeps the owner of the database's files. */
async function copyDemoData(to: string): Promise<void> {
  const from = process.env.ZHIHENG_DEMO_DATA
  if (from && existsSync(join(from, 'postgres', 'PG_VERSION'))) await run('cp', ['-a', '--reflink=auto', `${from}/.`, to])
}

/** Starts the real server with demonstration data in a folder of its own. */
export async function startServer(): Promise<RealServer> {
  if (process.env.ZHIHENG_URL) return { url: process.env.ZHIHENG_URL, data: process.env.ZHIHENG_DATA ?? '', stop: async () => undefined }
  if (!binary) throw new Error('no built server: set ZHIHENG to the program, or run ./run --build-only')
  const data = await mkdtemp(join(tmpdir(), 'zh-web-'))
  await copyDemoData(data)
  const port = await freePort()
  const web = join(root, 'web', 'dist')
  const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--web', web, '--demo'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const url = `http://127.0.0.1:${port}`
  await answering(url, child, said)
  return { url, data, stop: () => stop(child, data) }
}

async function answering(url: string, child: ChildProcess, said: string[]): Promise<void> {
  for (let tries = 0; tries < 900; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/api/session`).catch(() => null)
    if (answer) return
    await new Promise((done) => setTimeout(done, 200))
  }
  child.kill('SIGKILL')
  throw new Error(`the server does not answer:\n${said.join('')}`)
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
  await rm(data, { recursive: true, force: true })
}
