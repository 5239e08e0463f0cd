import { existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { anImport } from '../src/model/history/journal.ts'
import { transactBulk } from '../src/model/transact.ts'
import { openWriter } from '../src/sql/sqlite/connection.ts'
import { putClaims } from './synthetic/claims.ts'
import { putEntities } from './synthetic/entities.ts'
import { Random } from './synthetic/random.ts'
import { Sayings } from './synthetic/statements.ts'
import { Words } from './synthetic/words.ts'

export interface Size {
  readonly statements: number
  readonly seed: number
}

/** Raise it when the graph comes out different, so that no old file is taken for a new one. */
const VERSION = 2

export const defaultPath = ({ statements, seed }: Size): string =>
  join(tmpdir(), `hearsay-bench-${VERSION}-${statements}-${seed}.db`)

/** The file of the synthetic graph of this size: made where there is none, and brought up to date where it is old. */
export function syntheticGraph(size: Size, path = defaultPath(size)): string {
  if (existsSync(path)) openWriter(path).close()
  else generate(size, path)
  return path
}

/** Through the real writers, so that what is measured is a graph that Hearsay has written. */
function generate({ statements, seed }: Size, path: string): void {
  const unfinished = `${path}.unfinished`
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  const connection = openWriter(unfinished)
  // Nobody else reads it and it can be made again: a journal on disk would only double what is written.
  connection.db.pragma('journal_mode = memory')
  connection.db.pragma('synchronous = off')
  transactBulk(connection, anImport, (writers) => {
    const random = new Random(seed)
    const words = new Words(random)
    const entities = putEntities(writers, random, words, {
      actors: 1000 + Math.round(statements / 250),
      places: 200 + Math.round(statements / 2000),
      events: 50 + Math.round(statements / 400),
    })
    const claims = putClaims(writers, random, words, entities, Math.ceil(statements / 20))
    new Sayings(writers, random, words, entities, claims).put(statements)
  })
  connection.db.pragma('journal_mode = wal')
  connection.close()
  renameSync(unfinished, path)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      statements: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  })
  const started = performance.now()
  const size = { statements: Number(values.statements), seed: Number(values.seed) }
  const path = syntheticGraph(size, values.out)
  console.log(`${path} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}
