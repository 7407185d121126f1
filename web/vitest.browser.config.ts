import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The walks of whole cases begin at once, the short files fill what is left. */
const walks = ['milk', 'fertiliser', 'noPenalty', '']
class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => walks.findIndex((name) => moduleId.includes(name))
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)))
  }
}

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      '@tests': fileURLToPath(new URL('./tests', import.meta.url)),
    },
  },
  test: {
    environment: 'node',
    server: { deps: { inline: ['element-plus'] } },
    include: ['tests/**/*.browser.test.ts'],
    globalSetup: ['tests/support/globalServer.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    bail: 5,
    // A seat waits for the server more than it works: three files side by side on two cores.
    pool: 'threads',
    maxWorkers: 3,
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
  },
})
