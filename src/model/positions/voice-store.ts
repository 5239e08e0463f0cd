import { type RawBuilder, sql } from 'kysely'
import { each, inTime } from '../../sql/dialect.ts'
import type { Answer, Engine, Prepared } from '../../sql/engine.ts'
import { thenInstant } from '../conditions/known.ts'

/** How many accepted statements an actor made, and others for it. */
export interface VoiceCounts {
  /** The actor’s. */
  readonly id: number
  /** By itself, be it for others or not. */
  readonly said: number
  /** By itself, on somebody else's behalf. */
  readonly forOthers: number
  /** By others, on its behalf. */
  readonly byOthers: number
}

/** The statements that count. */
const countsNow = sql`s.review = 'ACCEPTED' and ${inTime('s.id')}`
const countsByThen = sql`${countsNow} and s.known_at <= ${thenInstant}`

const voiceCounts = (said: RawBuilder<unknown>, counted: RawBuilder<unknown>): RawBuilder<VoiceCounts> => sql`
  select ac.id as id, ${said} as said,
    (select count(*) from statement s where s.speaker_id = ac.id and s.on_behalf_of_id is not null
      and ${counted}) as "forOthers",
    (select count(*) from statement s where s.on_behalf_of_id = ac.id and ${counted}) as "byOthers"
  from ${each('ids')} j cross join actor ac where ac.id = j.value`

/** Counts an actor's statements by whose voice they are in: one statement for any number of actors. */
export class VoiceStore {
  readonly #now: Prepared<VoiceCounts>
  readonly #then: Prepared<VoiceCounts>

  constructor(engine: Engine) {
    this.#now = engine.prepare(voiceCounts(sql`ac.statement_count`, countsNow))
    const saidThen = sql`(select count(*) from statement s where s.speaker_id = ac.id and ${countsByThen})`
    this.#then = engine.prepare(voiceCounts(saidThen, countsByThen))
  }

  counts(ids: readonly number[], asOf: number | null): Answer<VoiceCounts[]> {
    const counts = asOf === null ? this.#now : this.#then
    return counts.all({ ids: JSON.stringify(ids), asOf })
  }
}
