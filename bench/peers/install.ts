import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../bench/peers/', import.meta.url))

/** What the peers need, as bench/peers/package-lock.json has it, where it is not there yet. No script of a package is run. */
export function installPeers(): void {
  const [wanted, there] = ['package-lock.json', 'node_modules/.package-lock.json'].map(
    (name) => folder + name,
  )
  if (wanted && there && existsSync(there) && statSync(there).mtimeMs >= statSync(wanted).mtimeMs) return
  console.error('Installing what Hearsay is measured beside into bench/peers …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
