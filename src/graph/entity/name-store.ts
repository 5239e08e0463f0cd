import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { inTime, listed, Prepared, slot } from '../../db/prepare.ts'
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

export interface HolderRecord {
  readonly actorId: number
  readonly organizationId: number
  readonly title: string
}

/** When offices are asked for; null asks for those of any time. */
export interface Time {
  readonly earliest: number | null
  readonly latest: number | null
}

const record = sql`select e.id as id, e.slug as slug, a.type as type, l.text as name`
const names = sql`${record}
  from label l join entity e on e.id = l.entity_id left join actor a on a.id = e.id`

/** Each of the words that a call asks for; joined crosswise, so that the planner does not read all names for them. */
const asked = sql`json_each(${slot('words')}) asked`

const held = sql`(f.from_earliest is null or ${slot('latest')} is null or f.from_earliest <= ${slot('latest')})
  and (f.until_latest is null or ${slot('earliest')} is null or f.until_latest >= ${slot('earliest')})`

/** What the entities of a graph are called, and which offices its actors hold: what a text can mean by its words. */
export class NameStore {
  readonly #keyed: Prepared<NameRecord>
  readonly #people: Prepared<NameRecord>
  readonly #states: Prepared<NameRecord>
  readonly #of: Prepared<NameRecord>
  readonly #holders: Prepared<HolderRecord>
  readonly #upward: Prepared<{ id: number }>
  readonly #offices: Prepared<OfficeRecord>

  constructor(connection: Connection) {
    const keyed = sql`${record} from ${asked} cross join label l cross join entity e left join actor a on a.id = e.id
      where l.key_word = asked.value and e.id = l.entity_id and ${inTime('l.id')}`
    this.#keyed = new Prepared(connection, keyed)
    this.#people = new Prepared(connection, sql`${keyed} and a.type = 'PERSON'`)
    this.#states = new Prepared(connection, sql`${names} where a.type = 'STATE'`)
    this.#of = new Prepared(connection, sql`${names} where e.id in ${listed('ids')} order by l.id`)
    this.#holders = new Prepared(
      connection,
      sql`select f.actor_id as actorId, f.organization_id as organizationId, f.title as title
        from ${asked} cross join affiliation f where f.title_word = asked.value and f.title_word is not null and ${held} and ${inTime('f.id')}`,
    )
    this.#upward = new Prepared(connection, upward)
    this.#offices = new Prepared(
      connection,
      sql`select f.actor_id as actorId, o.slug as organization, f.role as role, f.title as title
        from affiliation f join entity o on o.id = f.organization_id
        where f.actor_id in ${listed('ids')} and ${held} order by f.id`,
    )
  }

  /**
   * Names whose key word (`keyWordOf`) is one of these, which are folded and each there once: all that a text of these
   * words can mean by a whole name.
   */
  keyed(words: readonly string[]): NameRecord[] {
    return this.#keyed.all({ words: JSON.stringify(words) })
  }

  /** Names of people whose last name, or its longest part, is one of these, folded. */
  people(lastNames: readonly string[]): NameRecord[] {
    return this.#people.all({ words: JSON.stringify(lastNames) })
  }

  states(): NameRecord[] {
    return this.#states.all()
  }

  of(ids: readonly number[]): NameRecord[] {
    return this.#of.all({ ids: JSON.stringify(ids) })
  }

  /** Who holds an office whose title begins with one of these words, folded. */
  holders(words: readonly string[], time: Time): HolderRecord[] {
    return this.#holders.all({ words: JSON.stringify(words), ...time })
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
