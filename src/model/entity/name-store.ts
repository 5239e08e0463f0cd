import { sql } from 'kysely'
import { each, inTime, listed, wholeNumber } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { ActorType } from '../../values/vocabulary.ts'

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

const nameColumns = sql`select e.id as id, e.slug as slug, a.type as type, l.text as name`
const nameRows = sql`${nameColumns}
  from label l join entity e on e.id = l.entity_id left join actor a on a.id = e.id`

/** Each of the words that a call asks for; joined crosswise, so that the planner does not read all names for them. */
const askedWords = sql`${each('words', 'text')} asked`

const entitiesByKeyWord = sql`select distinct k.entity_id as id from ${askedWords} cross join key_word k where k.word = asked.value`

const [earliest, latest] = [wholeNumber('earliest'), wholeNumber('latest')]
const heldAtTime = sql`(f.from_earliest is null or ${latest} is null or f.from_earliest <= ${latest})
  and (f.until_latest is null or ${earliest} is null or f.until_latest >= ${earliest})`

/** What the entities of a graph are called, and which offices its actors hold: what a text can mean by its words. */
export class NameStore {
  readonly #keyed: Prepared<NameRecord>
  readonly #states: Prepared<NameRecord>
  readonly #of: Prepared<NameRecord>
  readonly #holders: Prepared<HolderRecord>
  readonly #upward: Prepared<{ id: number }>
  readonly #offices: Prepared<OfficeRecord>

  constructor(engine: Engine) {
    this.#keyed =
      engine.prepare(sql`${nameColumns} from (${entitiesByKeyWord}) k cross join label l cross join entity e left join actor a on a.id = e.id
        where l.entity_id = k.id and e.id = k.id and ${inTime('l.id')}`)
    this.#states = engine.prepare(sql`${nameRows} where a.type = 'STATE'`)
    this.#of = engine.prepare(sql`${nameRows} where e.id in ${listed('ids')} order by l.id`)
    this.#holders =
      engine.prepare(sql`select f.actor_id as "actorId", f.organization_id as "organizationId", f.title as title
        from ${askedWords} cross join affiliation f where f.title_word = asked.value and f.title_word is not null and ${heldAtTime} and ${inTime('f.id')}`)
    this.#upward = engine.prepare(upward)
    this.#offices =
      engine.prepare(sql`select f.actor_id as "actorId", o.slug as organization, f.role as role, f.title as title
        from affiliation f join entity o on o.id = f.organization_id
        where f.actor_id in ${listed('ids')} and ${heldAtTime} order by f.id`)
  }

  /**
   * All names of whoever has one of these folded words for a key word (`keyWordsOf`): whom a text of these words can mean
   * by a whole name or, of people, by a last one.
   */
  keyed(words: readonly string[]): Answer<NameRecord[]> {
    return this.#keyed.all({ words: JSON.stringify(words) })
  }

  states(): Answer<NameRecord[]> {
    return this.#states.all()
  }

  of(ids: readonly number[]): Answer<NameRecord[]> {
    return this.#of.all({ ids: JSON.stringify(ids) })
  }

  /** Who holds an office whose title begins with one of these words, folded. */
  holders(words: readonly string[], time: Time): Answer<HolderRecord[]> {
    return this.#holders.all({ words: JSON.stringify(words), ...time })
  }

  /** These, and all that they belong to. */
  upward(ids: readonly number[], time: Time): Answer<number[]> {
    return mapAnswer(this.#upward.all({ ids: JSON.stringify(ids), ...time }), (rows) =>
      rows.map(({ id }) => id),
    )
  }

  offices(ids: readonly number[], time: Time): Answer<OfficeRecord[]> {
    return this.#offices.all({ ids: JSON.stringify(ids), ...time })
  }
}

const upward = sql<{ id: number }>`
  with recursive upward(id) as (
    select asked.value from ${each('ids')} asked
    union
    select f.organization_id from upward join affiliation f on f.actor_id = upward.id where ${heldAtTime}
  )
  select id from upward`
