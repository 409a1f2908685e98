import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  cacheDir: new URL('../node_modules/.vite', import.meta.url).pathname,
  test: {
    root: new URL('.', import.meta.url).pathname,
    include: ['**/*.test.ts'],
    globalSetup: ['support/shared-folder.ts'],
    pool: 'forks',
    // Every test opens a house of its own; loading all rooms anew for each of 250 files is what took longest.
    isolate: false,
    // On two cores vitest would take one: browsers and servers in processes of their own leave the other waiting half the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
