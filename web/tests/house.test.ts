// @vitest-environment node
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const web = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** What the tools remember of files that have not changed. */
const kept = join(web, '..', 'build', 'web-checks')

/** What a tool complains about; nothing when it is content. */
async function complaints(script: string, ...args: string[]): Promise<string> {
  try {
    await run(process.execPath, [join(web, 'node_modules', script), ...args], { cwd: web, maxBuffer: 32 << 20 })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  }
}

it('the types fit', async () => expect(await complaints('vue-tsc/bin/vue-tsc.js', '--noEmit', '--incremental', '--tsBuildInfoFile', join(kept, 'types.tsbuildinfo'))).toBe(''), 180_000)

it('the house rules are kept: imports, length, no any', async () => {
  expect(await complaints('eslint/bin/eslint.js', '.', '--cache', '--cache-strategy', 'content', '--cache-location', join(kept, 'eslint'))).toBe('')
}, 180_000)

it('the client is the one api/openapi.yaml gives', async () => {
  const tool = join(web, 'node_modules', 'openapi-typescript', 'bin', 'cli.js')
  const { stdout } = await run(process.execPath, [tool, '../api/openapi.yaml'], { cwd: web, maxBuffer: 32 << 20 })
  const generated = stdout.slice(stdout.indexOf('/**'))
  expect((await readFile(join(web, 'src', 'api', 'schema.ts'), 'utf8')).trim()).toBe(generated.trim())
}, 60_000)
