import { createHash } from 'node:crypto'
import { sep } from 'node:path'
import { Client } from 'pg'
import { BlockingEngine } from '../../src/sql/postgres/blocking/blocking-engine.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { databaseAddress } from './databases.ts'

/*
 * Graphs of tests, each in a database of its own. To copy a database takes less time than to make the tables of a graph: what
 * is in many of them is made once in a run, by whichever worker needs it first.
 */

/** The databases that were made here, by the paths that tests know them by. */
const databases = new Map<string, string>()

/** The address of the graph that was written for a path; undefined where none was. */
export function writtenFor(path: string): string | undefined {
  const name = databases.get(path)
  return name && addressOf(name)
}

/** Writes a graph for a path: a copy of the one that `fill` writes at an address, once for all graphs with this content. */
export function writeDatabase(path: string, content: string, fill: (address: string) => void): void {
  const name = nameOf('graph', path)
  if (databases.has(path)) run(dropping(name))
  copy(content === '' ? empty() : original(content, empty(), fill), name)
  databases.set(path, name)
}

/**
 * Drops what was written for paths in a folder, which goes as well. Tests go on meanwhile: it takes until all that was written
 * is in files, which nobody needs to wait for.
 */
export function dropDatabasesIn(folder: string): void {
  const written = [...databases].filter(([path]) => path.startsWith(folder + sep))
  for (const [path] of written) databases.delete(path)
  // What fails here goes with the run's other databases at its end.
  if (written.length > 0) dropAll(written.map(([, name]) => name)).catch(() => undefined)
}

async function dropAll(names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: ownAddress().href })
  client.on('error', () => undefined)
  await client.connect()
  for (const name of names) await client.query(dropping(name))
  await client.end()
}

/** A graph that holds nothing. */
const empty = () => original('', 'template0', (address) => openWriter(address).close())

const originals = new Map<string, string>()

/** The database that is copied. Whoever else needs it waits until it is complete. */
function original(content: string, from: string, fill: (address: string) => void): string {
  const known = originals.get(content)
  if (known) return known
  const name = nameOf('original', content)
  run('select pg_advisory_lock(hashtext($1))', [name])
  try {
    if (run('select 1 from pg_database where datname = $1', [name]).rows.length === 0) {
      copy(from, name)
      filled(name, fill)
    }
  } finally {
    run('select pg_advisory_unlock(hashtext($1))', [name])
  }
  originals.set(content, name)
  return name
}

function filled(name: string, fill: (address: string) => void): void {
  try {
    fill(addressOf(name))
  } catch (error) {
    run(dropping(name))
    throw error
  }
}

const copy = (from: string, to: string) => run(`create database ${to} template ${from}`)
const dropping = (name: string) => `drop database if exists ${name} with (force)`

/** The run's own database, by whose name those of all others begin. */
const ownAddress = (): URL => new URL(process.env.HEARSAY_TEST_POSTGRES ?? '')

const addressOf = (name: string): string => databaseAddress(name).href

function nameOf(kind: string, of: string): string {
  const hash = createHash('sha256').update(of).digest('hex').slice(0, 24)
  return `${ownAddress().pathname.slice(1)}_${kind}_${hash}`
}

let engine: BlockingEngine | undefined

function run(text: string, values: readonly string[] = []) {
  engine ??= new BlockingEngine(postgresAddress(ownAddress().href))
  return engine.runNow(text, values)
}
