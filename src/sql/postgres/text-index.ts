import type { RawResult } from './blocking-link.ts'
import { type IndexedTable, indexedTables } from './indexed-tables.ts'
import { type WordVector, wordVector } from './word-vector.ts'

/** Runs SQL at once. */
export type RunNow = (text: string, values: readonly unknown[]) => RawResult

/** So many texts are read at a time: those of sources may be long. */
const textsAtOnce = (table: IndexedTable): number => (table === 'source' ? 20 : 500)
/** So many letters of vectors are sent at a time, about. */
const MOST_SENT = 4_000_000

/** Keeps the full-text indexes as the texts are: which rows were written is noted, and read once at the transaction's end. */
export class TextIndex {
  readonly #stale = new Map<IndexedTable, Set<number>>()

  note(table: IndexedTable, ids: readonly number[]): void {
    const stale = this.#stale.get(table) ?? new Set()
    for (const id of ids) stale.add(id)
    this.#stale.set(table, stale)
  }

  forget(): void {
    this.#stale.clear()
  }

  settle(run: RunNow): void {
    for (const [table, stale] of this.#stale) {
      const ids = [...stale]
      const most = textsAtOnce(table)
      for (let at = 0; at < ids.length; at += most) index(run, table, ids.slice(at, at + most))
    }
    this.forget()
  }
}

function index(run: RunNow, table: IndexedTable, ids: readonly number[]): void {
  const { rows } = run(`select id, ${indexedTables[table]} from ${table} where id = any($1::bigint[])`, [ids])
  const vectors = new Map<number, WordVector>()
  let letters = 0
  const send = (stale: readonly number[]) => {
    const given = [...vectors.values()]
    run(rewritten(table), [
      stale,
      [...vectors.keys()],
      given.map(({ words }) => words),
      given.map(({ sequence }) => sequence),
    ])
    vectors.clear()
    letters = 0
  }
  const known = new Set(rows.map(([id]) => Number(id)))
  const gone = ids.filter((id) => !known.has(id))
  if (gone.length > 0) send(gone)
  for (const [id, title, text] of rows) {
    const vector = wordVector(title ?? '', text ?? '')
    vectors.set(Number(id), vector)
    letters += vector.words.length + (vector.sequence?.length ?? 0)
    if (letters >= MOST_SENT) send([...vectors.keys()])
  }
  if (vectors.size > 0) send([...vectors.keys()])
}

/** Of these rows the words as they are now, and in how many titles and texts each word is by that. */
const rewritten = (table: IndexedTable): string => `
with given (id, words, sequence) as (
  select id, words::tsvector, sequence from unnest($2::bigint[], $3::text[], $4::text[]) as sent (id, words, sequence)
), counted (term, by) as (
  select word.lexeme, -${textsOfWord} from ${table}_text as known cross join unnest(known.words) as word
    where known.id = any($1::bigint[])
  union all select word.lexeme, ${textsOfWord} from given cross join unnest(given.words) as word
), gone as (
  delete from ${table}_text where id = any($1::bigint[]) and id not in (select id from given)
), kept as (
  insert into ${table}_text (id, words, sequence) select id, words, sequence from given
  on conflict (id) do update set words = excluded.words, sequence = excluded.sequence
)
insert into ${table}_term (term, texts) select term, sum(by) from counted group by term having sum(by) <> 0
on conflict (term) do update set texts = ${table}_term.texts + excluded.texts`

/** Whether a word is in a title, and in a text: what else words are found by does not count. */
export const textsOfWord = `((word.weights && '{A}')::int + (word.weights && '{B}')::int)`
