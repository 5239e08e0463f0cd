import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // graphql ships as CommonJS and as ES modules; loading both breaks its instanceof checks.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
  },
})
