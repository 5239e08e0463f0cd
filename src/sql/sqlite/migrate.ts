import type { Database } from 'better-sqlite3'
import { GraphFileError, LaterFileError } from '../../values/errors.ts'
import { statsAt } from '../../values/stats.ts'
import { compile } from './compile.ts'
import { defineDateFunctions } from './date-functions.ts'
import { fileHeader } from './file-header.ts'
import { graph } from './migrations/001-graph.ts'
import { search } from './migrations/002-search.ts'
import { derived } from './migrations/003-derived.ts'
import { agreementEnds } from './migrations/004-agreement-ends.ts'
import { positionKnown } from './migrations/005-position-known.ts'
import { timelineDay } from './migrations/006-timeline-day.ts'
import { saidBy } from './migrations/008-said-by.ts'
import { searchForms } from './migrations/009-search-forms.ts'
import { toldAndQuoted } from './migrations/010-told.ts'
import { lists } from './migrations/011-lists.ts'
import { review } from './migrations/012-review.ts'
import { positionSince } from './migrations/013-position-since.ts'
import { composedText } from './migrations/014-composed-text.ts'
import { growth } from './migrations/015-growth.ts'
import { sourceVersions } from './migrations/016-source-versions.ts'
import { journal } from './migrations/017-journal.ts'
import { merging } from './migrations/018-merging.ts'
import { derivedBySets } from './migrations/019-derived-by-sets.ts'
import { countedColumns } from './migrations/020-counted-columns.ts'
import { readingViews } from './migrations/021-views.ts'

/** In order, and never edited once released: a file's `user_version` is how many of them it has been through. */
export const migrations: readonly (string | ((db: Database) => void))[] = [
  graph,
  search,
  derived,
  agreementEnds,
  positionKnown,
  timelineDay,
  saidBy,
  searchForms,
  toldAndQuoted,
  lists,
  review((query) => compile(query).sql),
  positionSince,
  composedText,
  growth,
  sourceVersions,
  journal,
  merging,
  derivedBySets,
  countedColumns,
  readingViews,
]

/** What the first migration writes into a file: "Hear" in ASCII. */
const APPLICATION_ID = 0x48656172

/** What an SQLite file says of itself. */
interface Marks {
  readonly applicationId: number
  readonly version: number
  readonly hasTables: boolean
}

/**
 * Refuses another program's file and one from a later Hearsay by their first bytes: SQLite itself may write beside a
 * file, or into it, merely because it is looked at. What is no SQLite file is left to SQLite.
 */
export function checkFile(path: string): void {
  const marks = fileMarks(path)
  if (marks) checkMarks(path, marks)
}

/** The same by what SQLite reads, which is the truth where the last changes are not in the file yet, but beside it. */
export const checkDatabase = (db: Database): void =>
  checkMarks(db.name, {
    applicationId: db.pragma('application_id', { simple: true }) as number,
    version: versionOf(db),
    hasTables: db.prepare('select exists (select 1 from sqlite_schema)').pluck().get() === 1,
  })

/**
 * Brings a file that has been checked up to date, each migration whole or not at all. Other processes may be doing the
 * same: the version is read inside the transaction that locks the file, so that whoever comes second finds it done.
 */
export function migrate(db: Database): void {
  defineDateFunctions(db)
  const migrateOnce = db.transaction(() => {
    const version = versionOf(db)
    const migration = migrations[version]
    if (migration === undefined) return
    if (typeof migration === 'string') db.exec(migration)
    else migration(db)
    db.pragma(`user_version = ${version + 1}`)
  })
  while (versionOf(db) < migrations.length) migrateOnce.immediate()
}

/** Whether there is nothing to bring up to date. */
export const isUpToDate = (db: Database): boolean => versionOf(db) === migrations.length

/** Whether no Hearsay has been in the file. */
export const isBlank = (db: Database): boolean => versionOf(db) === 0

const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number

function checkMarks(path: string, { applicationId, version, hasTables }: Marks): void {
  const isBlank = applicationId === 0 && version === 0 && !hasTables
  if (applicationId !== APPLICATION_ID && !isBlank)
    throw new GraphFileError(`${path} is another program's database.`)
  if (version > migrations.length)
    throw new LaterFileError(
      `${path} was written by a later Hearsay (version ${version} of the format; this one knows ${migrations.length}).`,
    )
}

/** Of the file: 100 bytes, and the beginning of the root of the table of tables. */
const HEADER = 105

/** See https://sqlite.org/fileformat2.html. */
function fileMarks(path: string): Marks | null {
  if (!statsAt(path)?.isFile()) return null
  const { bytes } = fileHeader(path, HEADER)
  if (bytes.length < HEADER) return null
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null
  const isLeaf = bytes[100] === 13
  return {
    applicationId: bytes.readInt32BE(68),
    version: bytes.readInt32BE(60),
    hasTables: !isLeaf || bytes.readUInt16BE(103) > 0,
  }
}
