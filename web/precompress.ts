import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTHWHILE = 1000

/**
 * Writes file.br and file.gz beside each file of the build, as small as they get: the server only picks one.
 *
 * @param quality Brotli's, up to 11, which takes seconds for each megabyte.
 */
export function precompress(quality: number = constants.BROTLI_MAX_QUALITY): Plugin {
  let folder = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    closeBundle: () => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        if (/\.(js|css|svg|html)$/.test(name)) compressFile(join(folder, name), quality)
    },
  }
}

function compressFile(path: string, quality: number): void {
  const body = readFileSync(path)
  if (body.length < WORTHWHILE) return
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }))
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  )
}
