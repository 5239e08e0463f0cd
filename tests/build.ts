import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The command line, the explorer and GraphiQL are tried as they are shipped: built, where they have changed. */
export async function setup(): Promise<void> {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const [code] = await once(spawn(process.execPath, ['.ci/build.mjs'], { cwd, stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`The build ended with ${code}.`)
}
