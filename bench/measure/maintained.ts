import type { Database } from 'better-sqlite3'
import { databaseOf } from '../../tests/sqlite.ts'
import type { InProcess } from './in-process.ts'
import { median, timed } from './timing.ts'

export interface Maintained {
  readonly what: string
  /** A call takes so many microseconds. */
  readonly takes: number
  /** Steps of the plans that read a table from end to end; none, where the answer is maintained. */
  readonly scans: readonly string[]
}

const questions = {
  matrix: '{ matrix { actor { id } entity { id } statements } }',
  facets:
    '{ facets(by: [SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH]) { facet value count } }',
  agreements: '{ agreements { a { id } b { id } agree conflict } }',
  stats: '{ stats { statements } }',
}

/** What is asked about the whole graph is looked up, however large it is. */
export const measureMaintained = (hearsay: InProcess): Maintained[] =>
  Object.entries(questions).map(([what, question]) => {
    const ask = hearsay.query(question)
    const statements = hearsay.statements(ask)
    const takes = median(Array.from({ length: 100 }, () => timed(ask)))
    return { what, takes, scans: statements.flatMap((sql) => scansIn(databaseOf(hearsay.graph), sql)) }
  })

/** A list in JSON is scanned as well, which is as long as the question made it, and the seven rows of sizes. */
const scansIn = (db: Database, sql: string): string[] =>
  (db.prepare(`explain query plan ${sql}`).all(nothings(sql)) as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (?!\w+ VIRTUAL TABLE|json_each|CONSTANT ROW|SUBQUERY|size$)/.test(detail))

/** As many nothings as there are question marks: a plan does not depend on them. */
const nothings = (sql: string): null[] => Array((sql.match(/\?/g) ?? []).length).fill(null)
