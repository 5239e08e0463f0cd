import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import {
  addressIn,
  answers,
  ownFolder,
  programsFolder,
  runProgram,
  startServer,
} from '../postgres/programs.ts'

/**
 * A PostgreSQL for the run, reached by a socket in a folder of its own; another is used where HEARSAY_TEST_POSTGRES has its
 * address, which is left as it was. Without either, tests that need one are skipped.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Each project asks for it; the first one's is for all.
  if (process.env.HEARSAY_TEST_DATABASE) return undefined
  const given = process.env.HEARSAY_TEST_POSTGRES
  const programs = programsFolder()
  if (!given && !programs) {
    console.warn(
      '\nPOSTGRESQL IS NOT TESTED: there is none here. apt-get install postgresql, or set HEARSAY_TEST_POSTGRES to the address of one.\n',
    )
    return undefined
  }
  const { address, stop } =
    given || !programs ? { address: given ?? '', stop: null } : await started(programs)
  const name = `hearsay_test_${randomBytes(4).toString('hex')}`
  await ask(address, () => [`create database ${name}`])
  const own = new URL(address)
  own.pathname = name
  process.env.HEARSAY_TEST_DATABASE = name
  process.env.HEARSAY_TEST_POSTGRES = own.href
  return stop ?? (() => ask(address, (databases) => dropping(databases, name)))
}

/** Drops what the run has made: its own database, and those that are named after it. */
const dropping = (databases: readonly string[], name: string): string[] =>
  databases.filter((one) => one.startsWith(name)).map((one) => `drop database if exists ${one} with (force)`)

/** Runs what is to be done about the databases that there are. */
async function ask(connectionString: string, statements: (databases: string[]) => string[]): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
  for (const statement of statements(rows.map(({ datname }) => datname))) await client.query(statement)
  await client.end()
}

async function started(programs: string) {
  const folder = ownFolder()
  runProgram(programs, 'initdb', ['-D', join(folder, 'data'), ...initial], folder)
  const server = startServer(programs, folder, settings)
  const address = addressIn(folder)
  if (!(await answers(server, address))) throw new Error('PostgreSQL has ended as it was started.')
  const stop = async () => {
    server.kill('SIGQUIT')
    await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  return { address, stop }
}

const initial = ['--username=hearsay', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']

/**
 * Many graphs are open at a time, each in a database or a schema of its own, and none of them outlives the run, nor grows so
 * that room must be given back.
 */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=500',
  'max_locks_per_transaction=256',
]
