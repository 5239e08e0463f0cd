import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'

const installed = '/usr/lib/postgresql'
/** PostgreSQL refuses to be run by root: nobody runs it instead. */
const NOBODY = 65_534
const runner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

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
  execFileSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), ...initial], { ...runner, cwd: folder })
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...settings(folder)], {
    ...runner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.env.HEARSAY_TEST_POSTGRES = `postgres://hearsay@localhost/postgres?host=${encodeURIComponent(folder)}`
  await answering(process.env.HEARSAY_TEST_POSTGRES)
  return async () => {
    server.kill('SIGQUIT')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

const initial = ['--username=hearsay', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']

const settings = (folder: string) =>
  ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'log_min_messages=panic'].flatMap(
    (setting) => ['-c', setting],
  )

/** Debian has a folder for each version. */
function programsFolder(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (runner.uid !== undefined) {
    // The run's folder is root's alone: others may pass through it, and see nothing of it.
    if (process.env.HEARSAY_TEST_SCRATCH === tmpdir()) chmodSync(tmpdir(), 0o711)
    chownSync(folder, runner.uid, runner.gid)
  }
  return folder
}

async function answering(connectionString: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString })
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (tries === 200) throw error
      await setTimeout(50)
    }
  }
}
