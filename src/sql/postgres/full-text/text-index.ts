import type { QueryConfig } from 'pg'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import { type IndexedTable, indexedTables } from './indexed-tables.ts'
import { type WordVector, wordVector } from './word-vector.ts'

/** So many texts are read at a time: those of sources may be long. */
const textsAtOnce = (table: IndexedTable): number => (table === 'source' ? 50 : 1_000)
/** So many vectors are sent at a time, and letters of vectors, about: each time the words of all of them are counted. */
const MOST_VECTORS = 20_000
const MOST_LETTERS = 4_000_000

/** So few texts are read as soon as anything is asked of the server, with that. */
const FEW_TEXTS = 20

/** What is known of a row that was written: its words as they are now, or that it has gone. */
type Known = WordVector | 'UNREAD' | 'GONE'

/** Reads texts, and tells what was found of each. */
interface Reading {
  readonly query: QueryConfig
  whenDone(result: RawResult): void
}

/**
 * Keeps the full-text indexes as the texts are. Which rows were written is noted, and read once: at the transaction's end, or
 * before it where that costs no way of its own.
 */
export class TextIndex {
  readonly #written = new Map<IndexedTable, Map<number, Known>>()

  note(table: IndexedTable, ids: readonly number[]): void {
    const written = this.#written.get(table) ?? new Map<number, Known>()
    for (const id of ids) written.set(id, 'UNREAD')
    this.#written.set(table, written)
  }

  forget(): void {
    this.#written.clear()
  }

  /** What was read may have been undone. */
  forgetRead(): void {
    for (const written of this.#written.values()) for (const id of written.keys()) written.set(id, 'UNREAD')
  }

  /** What reads the texts that were written, where they are few. */
  few(): Reading[] {
    const all = [...this.#written]
    if (all.reduce((sum, [, written]) => sum + written.size, 0) > FEW_TEXTS) return []
    return all.flatMap(([table, written]) => {
      const ids = unreadOf(written)
      const whenDone = ({ rows }: RawResult) => {
        for (const [id, known] of knownOf(ids, rows)) written.set(id, known)
      }
      return ids.length === 0 ? [] : [{ query: { text: reading(table), values: [ids] }, whenDone }]
    })
  }

  /** Has the indexes as the texts are. @returns What is left to be sent for that. */
  settle(run: RunNow): QueryConfig[] {
    const last = [...this.#written].flatMap(([table, written]) => index(run, table, written))
    this.forget()
    return last
  }
}

const reading = (table: IndexedTable): string =>
  `select id, ${indexedTables[table]} from ${table} where id = any($1::bigint[])`

const unreadOf = (written: ReadonlyMap<number, Known>): number[] =>
  [...written].flatMap(([id, known]) => (known === 'UNREAD' ? [id] : []))

function knownOf(ids: readonly number[], rows: RawResult['rows']): Map<number, Known> {
  const known = new Map<number, Known>(ids.map((id) => [id, 'GONE']))
  for (const [id, title, text] of rows) known.set(Number(id), wordVector(title ?? '', text ?? ''))
  return known
}

function index(run: RunNow, table: IndexedTable, written: ReadonlyMap<number, Known>): QueryConfig[] {
  const batch = new VectorBatch(run, table)
  for (const [id, known] of written) batch.add(id, known)
  const ids = unreadOf(written)
  const most = textsAtOnce(table)
  for (let at = 0; at < ids.length; at += most) {
    const read = ids.slice(at, at + most)
    for (const [id, known] of knownOf(read, run(reading(table), [read]).rows)) batch.add(id, known)
  }
  return batch.last()
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

  add(id: number, known: Known): void {
    if (known === 'UNREAD') return
    if (known === 'GONE') {
      this.#gone.push(id)
      return
    }
    this.#vectors.set(id, known)
    this.#letters += known.words.length + (known.sequence?.length ?? 0)
    if (this.#letters >= MOST_LETTERS || this.#vectors.size >= MOST_VECTORS)
      for (const { text, values = [] } of this.last()) this.#run(text, values)
  }

  /** What sends those that have not been sent. */
  last(): QueryConfig[] {
    const [ids, vectors] = [[...this.#vectors.keys()], [...this.#vectors.values()]]
    const gone = this.#gone
    this.#vectors = new Map()
    this.#gone = []
    this.#letters = 0
    if (ids.length + gone.length === 0) return []
    const words = vectors.map((vector) => vector.words)
    const sequences = vectors.map((vector) => vector.sequence)
    return [{ text: rewritten(this.#table), values: [[...gone, ...ids], ids, words, sequences] }]
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
