import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pinned } from '../pin.ts'
import { tree, type Used } from '../processes.ts'

/** A PostgreSQL that runs, reached by a socket in a folder of its own. */
export interface Postgres {
  readonly url: string
  /** What all of its processes have used. */
  readonly usage: () => Used
  /** Runs SQL, with what a `copy … from stdin` reads. */
  readonly run: (sql: readonly string[], rows?: Iterable<string>) => Promise<void>
  readonly stop: () => Promise<void>
}

const installed = '/usr/lib/postgresql'
/** PostgreSQL refuses to be run by root: nobody runs it instead. */
const NOBODY = 65_534
const runner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/** Starts one on a folder of data, which is made where there is none. */
export async function startPostgres(data: string): Promise<Postgres> {
  const programs = programsFolder()
  if (!programs) throw new Error('there is no PostgreSQL here: apt-get install postgresql')
  const sockets = ownFolder(mkdtempSync(join(tmpdir(), 'hearsay-peers-')))
  if (!existsSync(data)) {
    mkdirSync(data)
    execFileSync(join(programs, 'initdb'), ['-D', ownFolder(data), ...initial], { ...runner, cwd: sockets })
  }
  const [program, ...options] = pinned('server', join(programs, 'postgres'), [
    '-D',
    data,
    ...settings(sockets),
  ])
  const server = spawn(program, options, { ...runner, cwd: sockets, stdio: ['ignore', 'ignore', 'inherit'] })
  // However this process ends, PostgreSQL ends with it.
  process.once('exit', () => {
    server.kill('SIGINT')
    rmSync(sockets, { recursive: true, force: true })
  })
  const run = (sql: readonly string[], rows: Iterable<string> = []) =>
    psql(join(programs, 'psql'), sockets, sql, rows)
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await once(server, 'exit')
    }
    rmSync(sockets, { recursive: true, force: true })
  }
  try {
    await answering(() => run(['select 1']))
  } catch (error) {
    await stop()
    throw error
  }
  const url = `postgres://hearsay@localhost/postgres?host=${encodeURIComponent(sockets)}`
  return { url, run, stop, usage: () => tree(server.pid ?? 0) }
}

const initial = ['--username=hearsay', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']

/** For reading on one core: nothing is planned for other ones, and what is never written needs no care. */
const settings = (sockets: string) =>
  [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'shared_buffers=512MB',
    'work_mem=64MB',
    'effective_cache_size=2GB',
    'random_page_cost=1.1',
    'jit=off',
    'max_parallel_workers_per_gather=0',
    'max_wal_size=8GB',
    'fsync=off',
    'autovacuum=off',
    'log_min_messages=panic',
  ].flatMap((setting) => ['-c', setting])

/** Debian has a folder for each version. */
export function programsFolder(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
}

function ownFolder(folder: string): string {
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid)
  return folder
}

async function psql(program: string, sockets: string, sql: readonly string[], rows: Iterable<string>) {
  const commands = sql.flatMap((command) => ['-c', command])
  const options = [
    '-X',
    '-q',
    '-v',
    'ON_ERROR_STOP=1',
    '-h',
    sockets,
    '-U',
    'hearsay',
    ...commands,
    'postgres',
  ]
  const child = spawn(program, options, { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'exit')
  for (const row of rows) if (!child.stdin.write(row)) await Promise.race([once(child.stdin, 'drain'), ended])
  child.stdin.end()
  const [code] = await ended
  if (code !== 0) throw new Error(`psql: ${said.trim()}`)
}

async function answering(ask: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === 100) throw error
      await setTimeout(100)
    }
  }
}
