import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressIn,
  answering,
  ownFolder,
  programsFolder,
  runProgram,
  startServer,
} from '../postgres/programs.ts'

/**
 * A PostgreSQL for the run, reached by a socket in a folder of its own; another is used where HEARSAY_TEST_POSTGRES has its
 * address. Without either, tests that need one are skipped.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.HEARSAY_TEST_POSTGRES) return undefined
  const programs = programsFolder()
  if (!programs) {
    console.warn(
      '\nPOSTGRESQL IS NOT TESTED: there is none here. apt-get install postgresql, or set HEARSAY_TEST_POSTGRES to the address of one.\n',
    )
    return undefined
  }
  const folder = ownFolder()
  runProgram(programs, 'initdb', ['-D', join(folder, 'data'), ...initial], folder)
  const server = startServer(programs, folder, settings)
  process.env.HEARSAY_TEST_POSTGRES = addressIn(folder)
  await answering(process.env.HEARSAY_TEST_POSTGRES)
  return async () => {
    server.kill('SIGQUIT')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

const initial = ['--username=hearsay', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']

/** Many graphs are open at a time, each in a schema of its own, and none of them outlives the run. */
const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=500', 'max_locks_per_transaction=256']
