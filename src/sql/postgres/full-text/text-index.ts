import type { RunNow } from '../servers/raw-result.ts'
import { type IndexedTable, indexedTables } from './indexed-tables.ts'
import { type WordVector, wordVector } from './word-vector.ts'

/** So many texts are read at a time: those of sources may be long. */
const textsAtOnce = (table: IndexedTable): number => (table === 'source' ? 50 : 1_000)
/** So many vectors are sent at a time, and letters of vectors, about: each time the words of all of them are counted. */
const MOST_VECTORS = 20_000
const MOST_LETTERS = 4_000_000

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
    for (const [table, stale] of this.#stale) index(run, table, [...stale])
    this.forget()
  }
}

function index(run: RunNow, table: IndexedTable, ids: readonly number[]): void {
  const batch = new VectorBatch(run, table)
  const most = textsAtOnce(table)
  for (let at = 0; at < ids.length; at += most) {
    const read = ids.slice(at, at + most)
    const { rows } = run(`select id, ${indexedTables[table]} from ${table} where id = any($1::bigint[])`, [
      read,
    ])
    const gone = new Set(read)
    for (const [id, title, text] of rows) {
      gone.delete(Number(id))
      batch.add(Number(id), wordVector(title ?? '', text ?? ''))
    }
    batch.remove([...gone])
  }
  batch.send()
}

/** What is known anew of the rows of one table, sent when it is much. */
class VectorBatch {
  readonly #run: RunNow
  readonly #table: IndexedTable
  #vectors = new Map<number, WordVector>()
  #gone: number[] = []
  #letters = 0

  constructor(run: RunNow, table: IndexedTable) {
    this.#run = run
    this.#table = table
  }

  add(id: number, vector: WordVector): void {
    this.#vectors.set(id, vector)
    this.#letters += vector.words.length + (vector.sequence?.length ?? 0)
    if (this.#letters >= MOST_LETTERS || this.#vectors.size >= MOST_VECTORS) this.send()
  }

  remove(ids: readonly number[]): void {
    this.#gone.push(...ids)
  }

  send(): void {
    const [ids, vectors] = [[...this.#vectors.keys()], [...this.#vectors.values()]]
    if (ids.length + this.#gone.length === 0) return
    this.#run(rewritten(this.#table), [
      [...this.#gone, ...ids],
      ids,
      vectors.map(({ words }) => words),
      vectors.map(({ sequence }) => sequence),
    ])
    this.#vectors = new Map()
    this.#gone = []
    this.#letters = 0
  }
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
