import { GraphFileError, LaterFileError, UserError } from '../../../values/errors.ts'
import type { RunNow } from '../servers/raw-result.ts'
import { graph } from './migrations/001-graph.ts'
import { search } from './migrations/002-search.ts'
import { timeline } from './migrations/003-timeline.ts'
import { months } from './migrations/004-months.ts'
import { readingViews } from './migrations/005-views.ts'
import { identity } from './migrations/006-identity.ts'

/** In order, and never edited once released: `graph_version` has how many of them a schema has been through. */
export const migrations: readonly string[] = [graph, search, timeline, months, readingViews, identity]

/** The table that has the number of them. */
export const graphVersion = 'create table graph_version (version bigint not null, writes bigint not null)'

/** How many migrations a schema has been through; 0 where there is none, or nothing in it. Refuses what is no graph. */
export function versionOf(run: RunNow, schema: string): number {
  const { rows } = run(
    `select exists (select 1 from pg_tables where schemaname = $1 and tablename = 'graph_version')::int,
      exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1)::int,
      current_setting('server_encoding')`,
    [schema],
  )
  const [encoding] = rows[0]?.slice(2) ?? []
  if (encoding !== 'UTF8') throw new UserError(encodingFault(String(encoding)))
  const [hasVersion, hasAny] = rows[0]?.map(Number) ?? []
  if (!hasVersion) {
    if (hasAny) throw new GraphFileError(`The schema ${schema} holds another program's tables.`)
    return 0
  }
  const version = Number(run(`select version from "${schema}".graph_version`, []).rows[0]?.[0])
  if (Number.isNaN(version))
    throw new GraphFileError(`The schema ${schema} is not whole: its table graph_version holds no version.`)
  if (version > migrations.length)
    throw new LaterFileError(
      `The schema ${schema} was written by a later Hearsay (version ${version} of its tables; this one knows ${migrations.length}).`,
    )
  return version
}

const encodingFault = (encoding: string): string =>
  `The database keeps texts as ${encoding}, and not as UTF8: it has no letters for most of a graph. ` +
  "Make another, such as by create database graphs encoding 'UTF8' template template0."

/** Brings a schema up to date, from one that is not there. To be called in a transaction that nobody else is in. */
export function migrate(run: RunNow, schema: string): void {
  const version = versionOf(run, schema)
  if (version === migrations.length) return
  if (version === 0) {
    // Whoever may not make schemas may use one that was made for them.
    if (run('select 1 from pg_namespace where nspname = $1', [schema]).rows.length === 0)
      run(`create schema "${schema}"`, [])
    run(graphVersion, [])
    run('insert into graph_version (version, writes) values (0, 0)', [])
  }
  for (const migration of migrations.slice(version)) run(migration, [])
  run('update graph_version set version = $1', [migrations.length])
}
