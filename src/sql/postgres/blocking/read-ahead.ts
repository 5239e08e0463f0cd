import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'
import type { RawResult } from '../servers/raw-result.ts'

const typeOf = (value: unknown): string =>
  typeof value === 'number' ? (Number.isInteger(value) ? 'bigint' : 'double precision') : 'text'

/**
 * A query for many calls at once: each is a row of values, of which the query is run by the server. A row of its answer
 * begins with the place of the call that it is for.
 *
 * @param calls The values of each call, which are of one type at each place.
 */
export function queryForCalls(sql: string, calls: readonly (readonly unknown[])[]): QueryConfig {
  const [first = []] = calls
  const names = first.map((_, place) => `value${place + 1}`)
  const arrays = first.map((value, place) => `$${place + 1}::${typeOf(value)}[]`)
  const one = sql.replace(/\$(\d+)\b/g, 'given.value$1')
  const text = `select given.call, answer.* from unnest(${arrays.join()}) with ordinality as given (${[...names, 'call'].join()})
    cross join lateral (${one}) as answer`
  return {
    name: createHash('sha256').update(text).digest('base64url'),
    text,
    values: first.map((_, place) => calls.map((call) => call[place])),
  }
}

/** Answers that are read before they are asked for, each for one call: as good as read now, until they are forgotten. */
export class ReadAhead {
  /** Changes with each transaction, at whose end nothing is known any more. */
  readonly transaction: number
  /** Each once. */
  readonly calls: readonly (readonly unknown[])[]
  /** By the calls; null where the answer is still to come. */
  readonly #results: Map<string, RawResult | null>

  constructor(transaction: number, calls: readonly (readonly unknown[])[]) {
    this.transaction = transaction
    const byKey = new Map(calls.map((call) => [keyOf(call), call]))
    this.calls = [...byKey.values()]
    this.#results = new Map([...byKey.keys()].map((key) => [key, null]))
  }

  get isOfOne(): boolean {
    return this.calls.length === 1
  }

  hasAll(calls: readonly (readonly unknown[])[]): boolean {
    return calls.every((call) => this.#results.has(keyOf(call)))
  }

  /** Whether an answer is on its way. */
  isAwaited(call: readonly unknown[]): boolean {
    return this.#results.get(keyOf(call)) === null
  }

  of(call: readonly unknown[]): RawResult | undefined {
    return this.#results.get(keyOf(call)) ?? undefined
  }

  forget(call: readonly unknown[]): void {
    this.#results.delete(keyOf(call))
  }

  /** What the query for the only call has answered. */
  heedOne(result: RawResult): void {
    const [call = []] = this.calls
    this.#heed(call, result)
  }

  /** What `queryForCalls` has answered. */
  heed(result: RawResult): void {
    const columns = result.columns.slice(1)
    const rows = this.calls.map((): (string | null)[][] => [])
    for (const [call, ...row] of result.rows) rows[Number(call) - 1]?.push(row)
    for (const [place, call] of this.calls.entries())
      this.#heed(call, { ...result, columns, rows: rows[place] ?? [] })
  }

  /** What was forgotten meanwhile is not so any more. */
  #heed(call: readonly unknown[], result: RawResult): void {
    const key = keyOf(call)
    if (this.#results.has(key)) this.#results.set(key, result)
  }
}

const keyOf = (call: readonly unknown[]): string => JSON.stringify(call)
