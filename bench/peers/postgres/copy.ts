import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openReadConnection } from '../../../src/sql/sqlite/connection.ts'
import { type Postgres, startPostgres } from './run.ts'

/** What is copied of each table: the columns of tables.sql, in their order. */
const copied: Readonly<Record<string, string>> = {
  entity: 'id, kind, name from entity',
  source: 'id, title, publisher_id from source',
  claim: 'id, slug, text, kind, event_id, standing, statement_count, speaker_count, review from claim',
  statement: `id, source_id, speaker_id, claim_id, act, stance, certainty, review, said_edtf, said_order, text
    from statement`,
  statement_about: 'statement_id, entity_id, review, said_order from statement_about',
  position: 'actor_id, claim_id, stance, certainty, statement_id, changed from position',
  speaks_about: 'speaker_id, entity_id from speaks_about',
  affiliation: 'id, actor_id, organization_id from affiliation',
}

const cli = fileURLToPath(new URL('../../../../dist/cli/main.js', import.meta.url))

/** Where Hearsay's own copy is, beside PostGraphile's. */
export const hearsayAddress = (url: string): string => `${url}&schema=hearsay`

/** A PostgreSQL that has the graph twice: as PostGraphile asks it, and as `hearsay copy` makes it. Its data stay for the next run. */
export async function postgresOf(graph: string): Promise<Postgres> {
  const data = `${graph}.postgres`
  const mark = `${data}.made`
  const due = madeOf(graph)
  const isMade = existsSync(data) && existsSync(mark) && readFileSync(mark, 'utf8') === due
  if (!isMade) for (const old of [data, mark]) rmSync(old, { recursive: true, force: true })
  const postgres = await startPostgres(data)
  if (isMade) return postgres
  try {
    await copy(graph, postgres)
    writeFileSync(mark, due)
    return postgres
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function copy(graph: string, postgres: Postgres): Promise<void> {
  const { db } = openReadConnection(graph)
  try {
    await postgres.run([sqlIn('tables')])
    for (const [table, rows] of Object.entries(copied)) {
      const read = db.prepare<[], unknown[]>(`select ${rows}`).raw()
      await postgres.run([`copy graph.${table} from stdin with (format csv)`], csv(read.iterate()))
    }
    await postgres.run([sqlIn('indexes')])
    execFileSync(process.execPath, [cli, 'copy', graph, hearsayAddress(postgres.url)], { stdio: 'inherit' })
    await postgres.run(['vacuum (freeze, analyze)', 'checkpoint'])
  } finally {
    db.close()
  }
}

/** A few thousand rows at once. */
function* csv(rows: Iterable<unknown[]>): Iterable<string> {
  let text = ''
  for (const row of rows) {
    text += `${row.map(field).join()}\n`
    if (text.length < 1e6) continue
    yield text
    text = ''
  }
  yield text
}

const field = (value: unknown): string =>
  typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value ?? '')

const sqlIn = (name: string): string =>
  readFileSync(new URL(`../../../../bench/peers/postgres/${name}.sql`, import.meta.url), 'utf8')

const migrations = fileURLToPath(new URL('../../../../src/sql/postgres/schema/migrations/', import.meta.url))

/** The graph and the tables from which the data were made. */
function madeOf(graph: string): string {
  const { size, mtimeMs } = statSync(graph)
  const sql = createHash('sha256')
    .update(JSON.stringify(copied))
    .update(sqlIn('tables'))
    .update(sqlIn('indexes'))
  for (const name of readdirSync(migrations).sort()) sql.update(readFileSync(migrations + name))
  return `${size} ${mtimeMs} ${sql.digest('hex')}`
}
