import { sql } from 'kysely'
import { inTime, listed, Prepared, slot, upTo } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'

export interface NearClaim {
  readonly id: number
  readonly slug: string
  readonly text: string
}

/** Any of these words, each as it is indexed: folded, or a stem. */
type Forms = readonly string[]

/** Claims by the words that they hold. Each question reads so many rows at most, whatever the size of the graph. */
export class NearestClaims {
  readonly #holding: Prepared<{ id: number }>
  readonly #texts: Prepared<NearClaim>
  readonly #after: Prepared<NearClaim>
  readonly #last: Prepared<{ id: number | null }>
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
    this.#holding = new Prepared(
      connection,
      sql`select rowid as id from claim_text
        where claim_text match ${slot('query')} and ${inTime('rowid')} order by rowid desc limit ${upTo('limit')}`,
    )
    this.#texts = new Prepared(connection, sql`select id, slug, text from claim where id in ${listed('ids')}`)
    this.#after = new Prepared(
      connection,
      sql`select id, slug, text from claim where id > ${slot('id')} order by id`,
    )
    this.#last = new Prepared(connection, sql`select max(id) as id from claim`)
  }

  /** The latest claims, so many at most, that hold a form of every one of these words. */
  holding(words: readonly Forms[], limit: number): number[] {
    const query = words.map((forms) => `(${forms.map((form) => `"${form}"`).join(' OR ')})`).join(' AND ')
    return query === '' ? [] : this.#holding.all({ query, limit }).map(({ id }) => id)
  }

  byIds(ids: readonly number[]): NearClaim[] {
    return ids.length === 0 ? [] : this.#texts.all({ ids: JSON.stringify(ids) })
  }

  /** Those that were added after another, in their order. */
  after(id: number): NearClaim[] {
    return this.#after.all({ id })
  }

  /** Another text whenever anything was written, by this connection or another. */
  state(): string {
    return `${this.#connection.dataVersion()} ${this.#connection.changes()}`
  }

  /** About how many claims there are, as ids are given one after the other. */
  size(): number {
    return this.#last.all({})[0]?.id ?? 0
  }
}
