import { type RawBuilder, sql } from 'kysely'
import { Prepared, slot } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { Lru } from '../../values/lru.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import { type Moment, past, present } from '../positions/moment.ts'
import { Adjacency, type Row } from './adjacency.ts'
import { tieRows } from './tie-rows.ts'

interface Revision {
  readonly others: number
  readonly ours: number
  readonly entities: number
}

type Rows = ReadonlyMap<LinkType, Prepared<{ node: number; ties: string }>>

/** Of how many times in the past the ties are kept: whoever goes from page to page asks of the same. */
const TIMES_KEPT = 3

/** The ties of the graph, read as they are walked, and forgotten whenever the graph has changed. */
export class Ties {
  readonly #connection: Connection
  readonly #revision: Prepared<Revision>
  readonly #rows: Rows
  readonly #rowsThen: Rows
  #known = { revision: '', now: null as Adjacency | null, past: new Lru<number, Adjacency>(TIMES_KEPT) }

  constructor(connection: Connection) {
    this.#connection = connection
    // The one moves on with the commits of other connections, the other with what this one writes.
    this.#revision = new Prepared(
      connection,
      sql`select data_version as others, total_changes() as ours,
        (select coalesce(max(id), 0) + 1 from entity) as entities from pragma_data_version`,
    )
    const prepared = (moment: Moment): Rows => {
      const types = Object.entries(tieRows(moment)) as [LinkType, RawBuilder<unknown>][]
      return new Map(types.map(([type, rows]) => [type, new Prepared(connection, listed(rows))]))
    }
    this.#rows = prepared(present)
    this.#rowsThen = prepared(past)
  }

  /** Walks the ties of now or as of a time: those of one state of the graph, whatever is committed meanwhile. */
  walk<T>(asOf: number | null, work: (graph: Adjacency) => T): T {
    return this.#connection.db.transaction(() => work(this.#current(asOf)))()
  }

  #current(asOf: number | null): Adjacency {
    const found = this.#revision.get() as Revision
    const revision = JSON.stringify(found)
    if (this.#known.revision !== revision) this.#known = { revision, now: null, past: new Lru(TIMES_KEPT) }
    if (asOf === null) {
      this.#known.now ??= this.#at(found, null)
      return this.#known.now
    }
    const known = this.#known.past.get(asOf)
    if (known) return known
    const made = this.#at(found, asOf)
    this.#known.past.set(asOf, made)
    return made
  }

  #at({ entities }: Revision, asOf: number | null): Adjacency {
    const rows = asOf === null ? this.#rows : this.#rowsThen
    const read = (type: LinkType, nodes: readonly number[]): ReadonlyMap<number, Row> => {
      const found = rows.get(type)?.all({ nodes: JSON.stringify(nodes), entities, asOf }) ?? []
      return new Map(found.map(({ node, ties }) => [node, Uint32Array.from(JSON.parse(ties) as number[])]))
    }
    return new Adjacency(entities, read, () => this.#connection.step(), asOf)
  }
}

/** A row as a list of JSON: several times as fast as thousands of ties handed over one by one. */
const listed = (ties: RawBuilder<unknown>): RawBuilder<{ node: number; ties: string }> => sql`
  select j.value as node, (select json_group_array(tie) from (${ties} order by strength desc, tie)) as ties
  from json_each(${slot('nodes')}) as j`
