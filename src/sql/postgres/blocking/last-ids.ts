import type { QueryConfig } from 'pg'
import type { RawResult, RunNow } from '../servers/raw-result.ts'
import type { Unsent } from './gathered-inserts.ts'

const NOTE_LAST = `insert into last_id (name, id) select * from unnest($1::text[], $2::bigint[])
  on conflict (name) do update set id = greatest(last_id.id, excluded.id)`

const lastIdOf = (table: string): string => `select '${table}',
  greatest((select max(id) from "${table}"), (select id from last_id where name = '${table}'), 0)`

/** Gives ids as the other engine does: one more than the last that the table has ever given, without gaps. */
export class LastIds {
  /** Of this transaction. */
  #last = new Map<string, number>()
  readonly #changed = new Set<string>()
  /** The tables that were ever asked about. */
  readonly #asked = new Set<string>()

  /** What is sent as a transaction begins: whoever writes mostly adds to the same tables as whoever wrote before. */
  ahead(): Unsent[] {
    if (this.#asked.size === 0) return []
    return [{ query: { text: this.#question() }, whenDone: (result) => this.#heed(result) }]
  }

  next(table: string, run: RunNow): number {
    const id = this.#of(table, run) + 1
    this.#put(table, id)
    return id
  }

  /** The last id that a table has given; 0 where it has given none. */
  last(table: string, run: RunNow): number {
    return this.#of(table, run)
  }

  /** Gives later ids than this one from here on. */
  beginAfter(table: string, id: number, run: RunNow): void {
    this.#put(table, Math.max(this.#of(table, run), id))
  }

  /** What is to be undone if what follows fails. */
  mark(): () => void {
    const last = new Map(this.#last)
    return () => {
      this.#last = last
    }
  }

  /** What writes down what was given, before the transaction ends. */
  settled(): QueryConfig[] {
    const names = [...this.#changed]
    const ids = names.map((name) => this.#last.get(name) ?? 0)
    this.forget()
    return names.length === 0 ? [] : [{ text: NOTE_LAST, values: [names, ids] }]
  }

  forget(): void {
    this.#last.clear()
    this.#changed.clear()
  }

  #put(table: string, id: number): void {
    this.#last.set(table, id)
    this.#changed.add(table)
  }

  #of(table: string, run: RunNow): number {
    const known = this.#last.get(table)
    if (known !== undefined) return known
    this.#asked.add(table)
    this.#heed(run(this.#question(), []))
    return this.#last.get(table) ?? 0
  }

  #question(): string {
    return [...this.#asked].map(lastIdOf).join(' union all ')
  }

  #heed({ rows }: RawResult): void {
    for (const [name, id] of rows) if (!this.#last.has(String(name))) this.#last.set(String(name), Number(id))
  }
}
