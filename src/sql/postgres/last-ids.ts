import type { RunNow } from './text-index.ts'

/** Gives ids as the other engine does: one more than the last that the table has ever given, without gaps. */
export class LastIds {
  /** Of this transaction. */
  #last = new Map<string, number>()
  readonly #changed = new Set<string>()

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

  /** Writes down what was given, before the transaction ends. */
  settle(run: RunNow): void {
    const names = [...this.#changed]
    if (names.length > 0)
      run(
        `insert into last_id (name, id) select * from unnest($1::text[], $2::bigint[])
          on conflict (name) do update set id = greatest(last_id.id, excluded.id)`,
        [names, names.map((name) => this.#last.get(name) ?? 0)],
      )
    this.forget()
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
    const { rows } = run(
      `select greatest((select max(id) from "${table}"), (select id from last_id where name = $1), 0)`,
      [table],
    )
    return Number(rows[0]?.[0] ?? 0)
  }
}
