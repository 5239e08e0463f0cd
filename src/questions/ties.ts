import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../db/open.ts'
import { Prepared, slot } from '../db/prepare.ts'
import type { LinkType } from '../vocabulary.ts'
import { Adjacency, type Row } from './adjacency.ts'
import { tieRows } from './tie-rows.ts'

interface Revision {
  readonly others: number
  readonly ours: number
  readonly entities: number
}

/** The ties of the graph, read as they are walked, and forgotten whenever the graph has changed. */
export class Ties {
  readonly #connection: Connection
  readonly #revision: Prepared<Revision>
  readonly #rows: ReadonlyMap<LinkType, Prepared<{ node: number; ties: string }>>
  #known: { revision: string; adjacency: Adjacency } | null = null

  constructor(connection: Connection) {
    this.#connection = connection
    // The one moves on with the commits of other connections, the other with what this one writes.
    this.#revision = new Prepared(
      connection,
      sql`select data_version as others, total_changes() as ours,
        (select coalesce(max(id), 0) + 1 from entity) as entities from pragma_data_version`,
    )
    const types = Object.entries(tieRows) as [LinkType, RawBuilder<unknown>][]
    this.#rows = new Map(types.map(([type, rows]) => [type, new Prepared(connection, listed(rows))]))
  }

  /** Walks the ties of one moment, whatever is committed meanwhile. */
  walk<T>(work: (graph: Adjacency) => T): T {
    return this.#connection.db.transaction(() => work(this.#current()))()
  }

  #current(): Adjacency {
    const found = this.#revision.get() as Revision
    const revision = JSON.stringify(found)
    if (this.#known?.revision !== revision) this.#known = { revision, adjacency: this.#at(found) }
    return this.#known.adjacency
  }

  #at({ entities }: Revision): Adjacency {
    const read = (type: LinkType, nodes: readonly number[]) => this.#read(type, nodes, entities)
    return new Adjacency(entities, read, () => this.#connection.step())
  }

  #read(type: LinkType, nodes: readonly number[], entities: number): Map<number, Row> {
    const rows = this.#rows.get(type)?.all({ nodes: JSON.stringify(nodes), entities }) ?? []
    return new Map(rows.map(({ node, ties }) => [node, Uint32Array.from(JSON.parse(ties) as number[])]))
  }
}

/** A row as a list of JSON: several times as fast as thousands of ties handed over one by one. */
const listed = (ties: RawBuilder<unknown>): RawBuilder<{ node: number; ties: string }> => sql`
  select j.value as node, (select json_group_array(tie) from (${ties} order by strength desc, tie)) as ties
  from json_each(${slot('nodes')}) as j`
