import type { Database } from 'better-sqlite3'
import type { FindingCounts } from '../finding.ts'
import { freshSchema } from './fresh-schema.ts'
import { fullTextIndexes } from './migrations/009-search-forms.ts'

/** Of so many texts each word is compared; of more, those of every second, third, … text. */
const MOST_TEXTS = 50_000

/**
 * Compares the full-text indexes with new ones. They keep no text to compare with, so the texts are indexed again, in
 * temporary indexes that are gone at the end: each row of a table must be in its index, and no other, and each word at its place.
 */
export function noteFullText(db: Database, counts: FindingCounts): void {
  db.exec('begin')
  try {
    for (const index of fullTextIndexes) compareIndex(db, index, counts)
  } finally {
    db.exec('rollback')
  }
}

function compareIndex(
  db: Database,
  { name, table, fill }: (typeof fullTextIndexes)[number],
  counts: FindingCounts,
): void {
  const rows = (query: string) => db.prepare<[], { row: number; word: string }>(query).iterate()
  const sizes = `${name}_docsize`
  for (const { row } of rows(`select id as row from ${table} where id not in (select id from main.${sizes})`))
    counts.note(name, `lacks rows of ${table}`, `row ${row}`)
  for (const { row } of rows(`select id as row from main.${sizes} where id not in (select id from ${table})`))
    counts.note(name, `has rows that ${table} does not have`, `row ${row}`)

  const texts = db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0
  const isCompared = `id % ${Math.ceil(texts / MOST_TEXTS) || 1} = 0`
  makeAgain(db, name, fill(isCompared))
  const terms = differingTerms(db, name, isCompared.replace(/^id/, 'doc'))
  if (terms.length > 0) noteTerms(db, name, terms, counts)
}

/** Tells in which rows that both indexes have these words are not at the same places. */
function noteTerms(db: Database, name: string, terms: readonly string[], counts: FindingCounts): void {
  const sizes = `${name}_docsize`
  const words = (which: string) => `select doc, term, col, offset from temp.${name}_${which}
    where term in (select value from json_each(?))
      and doc in (select id from temp.${sizes} intersect select id from main.${sizes})`
  const wrong = [
    { what: 'lacks words of its rows', query: `${words('due')} except ${words('kept')}` },
    { what: 'has words that its rows do not have', query: `${words('kept')} except ${words('due')}` },
  ]
  for (const { what, query } of wrong)
    for (const { row, word } of db
      .prepare<[string, string], { row: number; word: string }>(
        `select doc as row, group_concat(distinct term) as word from (${query}) group by doc`,
      )
      .iterate(JSON.stringify(terms), JSON.stringify(terms)))
      counts.note(name, what, `row ${row}: ${word}`)
}

/**
 * The words that do not stand at the same places in both indexes. An index lists its words in order, so that the places of
 * each are added up as they come, in a sum by which others are told apart; to compare all places would sort them all.
 */
function differingTerms(db: Database, name: string, isCompared: string): string[] {
  const place = '((doc * 8191 + offset) * 128 + unicode(col))'
  const sums = (which: string) => `select term, count(*), sum(${place}), sum(${place} * ${place} % 2147483647)
    from temp.${name}_${which} where ${isCompared} group by term`
  const without = (one: string, other: string) =>
    `select * from (select * from ${one} except select * from ${other})`
  return db
    .prepare<[], string>(
      `with kept as materialized (${sums('kept')}), due as materialized (${sums('due')})
        select term from (${without('kept', 'due')} union ${without('due', 'kept')}) group by term`,
    )
    .pluck()
    .all()
}

/** Indexes texts again, and lists the words of both indexes. */
function makeAgain(db: Database, name: string, fill: string): void {
  const made = freshSchema().find((part) => part.name === name)
  db.exec(made?.sql.replace(/^create virtual table /i, 'create virtual table temp.') ?? '')
  db.exec(fill)
  db.exec(`create virtual table temp.${name}_due using fts5vocab(temp, ${name}, instance)`)
  db.exec(`create virtual table temp.${name}_kept using fts5vocab(main, ${name}, instance)`)
}
