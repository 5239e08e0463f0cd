import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../db/open.ts'
import { Prepared, slot } from '../db/prepare.ts'
import type { LinkType } from '../vocabulary.ts'
import { Adjacency, type Row } from './adjacency.ts'

type Rows = RawBuilder<unknown>

interface Revision {
  readonly others: number
  readonly ours: number
  readonly entities: number
}

/** The ties at both ends of pairs, those with the most evidence first. */
const pairs = (table: Rows, from: Rows, to: Rows, strength: Rows): Rows => sql`
  select 2 * ${to} as tie, ${strength} as strength from ${table}
    where ${from} = j.value and ${strength} > 0 and ${from} <> ${to}
  union all
  select 2 * ${from} + 1, ${strength} from ${table}
    where ${to} = j.value and ${strength} > 0 and ${from} <> ${to}`

const agreements = (strength: Rows): Rows => pairs(sql`agreement`, sql`a_id`, sql`b_id`, strength)

/** Of an actor the hubs, of a hub the actors. An event of few ties those closer than an event of many does. */
const participations = sql`
  select 2 * (event_id + ${slot('entities')}) as tie, -actors as strength from (
    select event_id, (select count(distinct actor_id) from participation q where q.event_id = p.event_id) as actors
    from participation p where actor_id = j.value group by event_id
  ) where actors > 1
  union all
  select distinct 2 * actor_id, 0 from participation where event_id = j.value - ${slot('entities')}`

const ties: Readonly<Record<LinkType, Rows>> = {
  SPEAKS_ABOUT: pairs(sql`speaks_about`, sql`speaker_id`, sql`entity_id`, sql`statements`),
  AFFILIATED: pairs(sql`affiliation`, sql`actor_id`, sql`organization_id`, sql`1`),
  PARTICIPATES_WITH: participations,
  SAME_SIDE: agreements(sql`agree`),
  OPPOSITE_SIDE: agreements(sql`conflict`),
}

/** A row as a list of JSON: several times as fast as thousands of ties handed over one by one. */
const listed = (ties: Rows): Rows => sql`
  select j.value as node, (select json_group_array(tie) from (${ties} order by strength desc, tie)) as ties
  from json_each(${slot('nodes')}) as j`

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
    const types = Object.entries(ties) as [LinkType, Rows][]
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
