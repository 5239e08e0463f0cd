import { indexedText } from '../../text/words.ts'
import type { RawResult } from './blocking-link.ts'
import { type IndexedTable, indexedTables } from './indexed-tables.ts'

/** Runs SQL at once. */
export type RunNow = (text: string, values: readonly unknown[]) => RawResult

/** So many texts are taken apart and sent at a time. */
const TEXTS_AT_ONCE = 500

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
      for (let at = 0; at < ids.length; at += TEXTS_AT_ONCE)
        index(run, table, ids.slice(at, at + TEXTS_AT_ONCE))
    }
    this.forget()
  }
}

function index(run: RunNow, table: IndexedTable, ids: readonly number[]): void {
  const { rows } = run(`select id, ${indexedTables[table]} from ${table} where id = any($1::bigint[])`, [ids])
  const vectors = rows.map(([, title, text]) => vectorOf(title ?? '', text ?? ''))
  run(rewritten(table), [ids, rows.map(([id]) => id), vectors])
}

/** Of these rows the words as they are now, and in how many texts each word is by that. */
const rewritten = (table: IndexedTable): string => `
with given (id, words) as (select * from unnest($2::bigint[], $3::text[]::tsvector[])),
counted (term, by) as (
  select word.lexeme, -1 from ${table}_text as known cross join unnest(known.words) as word
    where known.id = any($1::bigint[]) and word.weights <> array['D']
  union all select word.lexeme, 1 from given cross join unnest(given.words) as word where word.weights <> array['D']
), gone as (
  delete from ${table}_text where id = any($1::bigint[]) and id not in (select id from given)
), kept as (
  insert into ${table}_text (id, words) select id, words from given
  on conflict (id) do update set words = excluded.words
)
insert into ${table}_term (term, texts) select term, sum(by) from counted group by term having sum(by) <> 0
on conflict (term) do update set texts = ${table}_term.texts + excluded.texts`

/** A vector has no place beyond this one, and so many places of a word. */
const LAST_PLACE = 16_383
const MOST_PLACES = 250
/** Bytes of a word, and of a vector less what its places take. */
const LONGEST_WORD = 2_000

/**
 * The words of a title and a text at their places, and what else they are found by, as PostgreSQL writes a `tsvector`. The
 * weights: A a title, B a text, D the other forms. Between a title and a text is a gap, so that no phrase reaches across.
 */
export function vectorOf(title: string, text: string): string {
  const places = new Map<string, string[]>()
  let place = 0
  const add = (words: string, weight: 'A' | 'B' | 'D') => {
    for (const word of words.split(' ')) {
      if (word === '' || word.length > LONGEST_WORD) continue
      place++
      const known = places.get(word) ?? []
      if (known.length < MOST_PLACES) known.push(`${Math.min(place, LAST_PLACE)}${weight}`)
      places.set(word, known)
    }
    place += 10
  }
  const [titled, written] = [indexedText(title), indexedText(text)]
  add(titled.words, 'A')
  add(written.words, 'B')
  place = 0
  add(titled.forms, 'D')
  add(written.forms, 'D')
  return [...places].map(([word, at]) => `'${word.replace(/['\\]/g, '$&$&')}':${at.join()}`).join(' ')
}
