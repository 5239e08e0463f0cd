import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine } from '../../sql/engine.ts'
import { type FindingCounts, rowText } from '../../sql/finding.ts'
import { keyWordsOf, titleWordOf } from '../../text/key-word.ts'
import { marksOf } from '../../text/likeness.ts'
import { sortKey } from '../../text/sort-key.ts'
import { monthOf, parseEdtf } from '../../values/date.ts'
import type { ActorType } from '../../values/vocabulary.ts'
import { isDayUnknown } from '../conditions/said.ts'
import { textHash } from '../source/write.ts'

/** Dates as they are given, each beside the two instants that it allows. */
const dates = [
  ['event', 'when'],
  ['source', 'published'],
  ['affiliation', 'from'],
  ['affiliation', 'until'],
  ['assessment', 'date'],
  ['statement', 'said'],
] as const

/** What lists by name are sorted by, made of another column. */
const sortKeys = [
  ['entity', 'name'],
  ['claim', 'text'],
] as const

/** Looks at what the writers make of a column, or of a text, when they write it. */
export function noteWrongColumns(engine: ImmediateEngine, counts: FindingCounts): void {
  for (const [table, stem] of dates) noteDates(engine, counts, table, stem)
  for (const [table, column] of sortKeys) noteSortKeys(engine, counts, table, column)
  noteKeyWords(engine, counts)
  noteTitleWords(engine, counts)
  noteSourceTexts(engine, counts)
}

interface DateRow {
  readonly id: number
  readonly edtf: string | null
  readonly earliest: number | null
  readonly latest: number | null
  readonly month: string | null
}

/** Each date is read once, however many rows have it. */
function noteDates(engine: ImmediateEngine, counts: FindingCounts, table: string, stem: string): void {
  const isSaid = table === 'statement'
  const columns = sql`${sql.ref(`${stem}_edtf`)} as edtf, ${sql.ref(`${stem}_earliest`)} as earliest,
    ${sql.ref(`${stem}_latest`)} as latest, ${isSaid ? sql`said_month` : sql`null`} as month`
  const rows = engine.prepare<DateRow>(
    sql`select min(id) as id, ${columns} from ${sql.table(table)} group by 2, 3, 4, 5`,
  )
  for (const row of rows.all()) {
    // What was said on a day not known has the date of its source, and is derived with the rest.
    if ((isSaid && isDayUnknown(row.edtf)) || isDateKept(row, isSaid)) continue
    counts.note(table, `has other instants than its ${stem}_edtf allows`, rowText({ ...row }))
  }
}

function isDateKept({ edtf, earliest, latest, month }: DateRow, hasMonth: boolean): boolean {
  if (edtf === null) return earliest === null && latest === null
  const date = parseEdtf(edtf)
  return (
    date !== null &&
    date.earliest === earliest &&
    date.latest === latest &&
    (!hasMonth || monthOf(date) === month)
  )
}

function noteSortKeys(engine: ImmediateEngine, counts: FindingCounts, table: string, column: string): void {
  const rows = engine.prepare<{ id: number; text: string; sort_key: string }>(
    sql`select id, ${sql.ref(column)} as text, sort_key from ${sql.table(table)}`,
  )
  for (const { id, text, sort_key } of rows.all())
    if (sort_key !== sortKey(text))
      counts.note(table, `has another sort_key than its ${column} has`, rowText({ id, sort_key }))
}

function noteKeyWords(engine: ImmediateEngine, counts: FindingCounts): void {
  const labels = engine.prepare<{ id: number; text: string; type: ActorType | null }>(
    sql`select l.entity_id as id, l.text as text, a.type as type from label l left join actor a on a.id = l.entity_id`,
  )
  const keyOf = (id: number, word: string) => rowText({ entity_id: id, word })
  const due = new Set(
    labels
      .all()
      .flatMap(({ id, text, type }) => keyWordsOf(text, type === 'PERSON').map((word) => keyOf(id, word))),
  )
  const kept = engine.prepare<{ id: number; word: string }>(sql`select entity_id as id, word from key_word`)
  for (const { id, word } of kept.all())
    if (!due.delete(keyOf(id, word)))
      counts.note('key_word', 'has words that are in no name', keyOf(id, word))
  for (const key of due) counts.note('key_word', 'lacks words by which a name is looked up', key)
}

function noteTitleWords(engine: ImmediateEngine, counts: FindingCounts): void {
  const rows = engine.prepare<{ id: number; title: string | null; title_word: string | null }>(
    sql`select id, title, title_word from affiliation where title is not null or title_word is not null`,
  )
  for (const row of rows.all())
    if (row.title_word !== (row.title === null ? null : titleWordOf(row.title)))
      counts.note('affiliation', 'has another title_word than its title has', rowText({ ...row }))
}

/** One text at a time: some are books. */
function noteSourceTexts(engine: ImmediateEngine, counts: FindingCounts): void {
  const marks = new Map<number, number[]>()
  const kept = engine.prepare<{ mark: number; id: number }>(
    sql`select mark, source_id as id from source_mark`,
  )
  for (const { mark, id } of kept.all()) marks.set(id, [...(marks.get(id) ?? []), mark])
  const sources = engine.prepare<{ id: number; sha256: string | null }>(
    sql`select id, sha256 from source where text is not null or sha256 is not null
      or exists (select 1 from source_mark where source_id = source.id)`,
  )
  const text = engine.prepare<{ text: string | null }>(sql`select text from source where id = ${slot('id')}`)
  for (const { id, sha256 } of sources.all()) {
    const words = text.get({ id })?.text ?? null
    if (sha256 !== (words === null ? null : textHash(words)))
      counts.note('source', 'has another sha256 than its text has', rowText({ id, sha256 }))
    const due = new Set(marksOf(words ?? ''))
    const own = marks.get(id) ?? []
    if (own.length !== due.size || !own.every((mark) => due.has(mark)))
      counts.note(
        'source_mark',
        'has other marks than the text of its source has',
        rowText({ source_id: id }),
      )
  }
}
