import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The command line and the explorer are tried as they are shipped: built, once for all tests. */
export function setup(): void {
  execFileSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  const vite = ['build', '-c', 'web/vite.config.ts', '--logLevel', 'warn']
  execFileSync('node_modules/.bin/vite', vite, { cwd: root, stdio: 'inherit' })
}
