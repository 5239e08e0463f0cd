import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { inTime, listed, Prepared, slot } from '../../db/prepare.ts'
import { anyOfQuery } from '../../text/search-terms.ts'
import type { ActorType } from '../../vocabulary.ts'

export interface NameRecord {
  readonly id: number
  readonly slug: string
  /** Of actors only. */
  readonly type: ActorType | null
  readonly name: string
}

export interface OfficeRecord {
  readonly actorId: number
  /** The slug of what the office is held in. */
  readonly organization: string
  readonly role: string
  readonly title: string | null
}

/** When offices are asked for; null asks for those of any time. */
export interface Time {
  readonly earliest: number | null
  readonly latest: number | null
}

const names = sql`select e.id as id, e.slug as slug, a.type as type, l.text as name
  from label l join entity e on e.id = l.entity_id left join actor a on a.id = e.id`

const held = sql`(f.from_earliest is null or ${slot('latest')} is null or f.from_earliest <= ${slot('latest')})
  and (f.until_latest is null or ${slot('earliest')} is null or f.until_latest >= ${slot('earliest')})`

/** What the entities of a graph are called, and which offices its actors hold: what a text can mean by its words. */
export class NameStore {
  readonly #matching: Prepared<NameRecord>
  readonly #states: Prepared<NameRecord>
  readonly #of: Prepared<NameRecord>
  readonly #holders: Prepared<{ actorId: number; title: string }>
  readonly #upward: Prepared<{ id: number }>
  readonly #offices: Prepared<OfficeRecord>

  constructor(connection: Connection) {
    this.#matching = new Prepared(
      connection,
      sql`${names} where l.id in (select rowid from label_text where label_text match ${slot('query')})
        and ${inTime('l.id')}`,
    )
    this.#states = new Prepared(connection, sql`${names} where a.type = 'STATE'`)
    this.#of = new Prepared(connection, sql`${names} where e.id in ${listed('ids')} order by l.id`)
    this.#holders = new Prepared(
      connection,
      sql`select f.actor_id as actorId, f.title as title from affiliation f
        where f.organization_id in ${listed('ids')} and f.title is not null and ${held}`,
    )
    this.#upward = new Prepared(connection, upward)
    this.#offices = new Prepared(
      connection,
      sql`select f.actor_id as actorId, o.slug as organization, f.role as role, f.title as title
        from affiliation f join entity o on o.id = f.organization_id
        where f.actor_id in ${listed('ids')} and ${held} order by f.id`,
    )
  }

  /** Names that hold any of these words. */
  withAnyOf(words: readonly string[]): NameRecord[] {
    const query = anyOfQuery(words)
    return query === null ? [] : this.#matching.all({ query })
  }

  states(): NameRecord[] {
    return this.#states.all()
  }

  of(ids: readonly number[]): NameRecord[] {
    return this.#of.all({ ids: JSON.stringify(ids) })
  }

  /** Who holds offices with a title in these. */
  holders(ids: readonly number[], time: Time): { actorId: number; title: string }[] {
    return this.#holders.all({ ids: JSON.stringify(ids), ...time })
  }

  /** These, and all that they belong to. */
  upward(ids: readonly number[], time: Time): number[] {
    return this.#upward.all({ ids: JSON.stringify(ids), ...time }).map(({ id }) => id)
  }

  offices(ids: readonly number[], time: Time): OfficeRecord[] {
    return this.#offices.all({ ids: JSON.stringify(ids), ...time })
  }
}

const upward = sql<{ id: number }>`
  with recursive upward(id) as (
    select value from json_each(${slot('ids')})
    union
    select f.organization_id from upward join affiliation f on f.actor_id = upward.id where ${held}
  )
  select id from upward`
