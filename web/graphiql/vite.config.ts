import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { precompress } from '../precompress.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** GraphiQL, made here of its own package rather than taken ready-made: with all it needs, and nothing to fetch. */
export default defineConfig({
  root: here('.'),
  base: '/graphiql/',
  publicDir: false,
  plugins: [precompress(9)],
  resolve: { alias: [{ find: /^framer-motion$/, replacement: here('./reorder.tsx') }] },
  build: {
    outDir: here('../../dist/graphiql'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Libraries mark what must run in a browser; all of this does.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
    // An editor and a checker of a language are no small thing, and come when the page has been drawn.
    chunkSizeWarningLimit: 5_000,
  },
})
