import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import base from './vite.config.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.ts', 'tests/*.test.ts'],
      exclude: ['tests/*.browser.test.ts', 'node_modules/**'],
      setupFiles: ['./tests/setup.ts'],
      // One browser-like world per worker, not per file: making it takes longer than the tests.
      pool: 'threads',
      isolate: false,
      server: { deps: { inline: ['element-plus'] } },
    },
  }),
)
