import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const report = process.env.HEARSAY_TEST_REPORT

export default defineConfig({
  resolve: {
    // graphql ships as CommonJS and as ES modules; Vite would take the second where Node takes the first, and two copies
    // do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    globalSetup: 'tests/build.ts',
    include: ['tests/**/*.test.ts'],
    // Nothing is kept outside a test file, and to import everything for each anew took a fifth of the time.
    isolate: false,
    // Tests wait for browsers and processes, so no processor is left to others.
    maxWorkers: '100%',
    testTimeout: 20_000,
    // A page under load takes its time; what never comes is still missed.
    expect: { poll: { timeout: 10_000 } },
    // Where a script wants the figures as well, it says where to put them.
    ...(report && { reporters: ['default', ['json', { outputFile: report }]] }),
  },
})
