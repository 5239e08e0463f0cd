import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'

const installed = '/usr/lib/postgresql'
/** PostgreSQL refuses to be run by root: nobody runs it instead. */
const NOBODY = 65_534
const runner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** The folder of PostgreSQL's programs, of the latest version that is installed: Debian has one for each. */
export function programsFolder(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

/** A folder in which PostgreSQL may write. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (runner.uid !== undefined) {
    // The run's folder is root's alone: others may pass through it, and see nothing of it.
    if (process.env.HEARSAY_TEST_SCRATCH === tmpdir()) chmodSync(tmpdir(), 0o711)
    chownSync(folder, runner.uid, runner.gid)
  }
  return folder
}

/** Runs one of the programs to its end. */
export function runProgram(programs: string, name: string, args: readonly string[], folder: string): void {
  execFileSync(join(programs, name), args, { ...runner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Starts a server on the data in a folder, reached by a socket beside it. */
export function startServer(programs: string, folder: string, settings: readonly string[]): ChildProcess {
  const all = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'log_min_messages=panic',
    ...settings,
  ]
  return spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), ...all.flatMap((setting) => ['-c', setting])],
    { ...runner, cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] },
  )
}

/** The address of the server whose socket is in a folder. */
export const addressIn = (folder: string): string =>
  `postgres://hearsay@localhost/postgres?host=${encodeURIComponent(folder)}`

/** Waits until a server answers, for as long as it runs; tells whether it does. */
export async function answers(server: ChildProcess, connectionString: string): Promise<boolean> {
  for (let tries = 0; server.exitCode === null && server.signalCode === null; tries++) {
    const client = new Client({ connectionString })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (tries === 400) throw error
      await setTimeout(50)
    }
  }
  return false
}
