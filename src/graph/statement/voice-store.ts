import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { Prepared, slot } from '../../db/prepare.ts'

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

/** Counts an actor's statements by whose voice they are in: one statement for any number of actors. */
export class VoiceStore {
  readonly #counts: Prepared<VoiceCounts>

  constructor(connection: Connection) {
    this.#counts = new Prepared(
      connection,
      sql`
        select ac.id as id, ac.statement_count as said,
          (select count(*) from statement s where s.speaker_id = ac.id and s.review = 'ACCEPTED'
            and s.on_behalf_of_id is not null) as forOthers,
          (select count(*) from statement s where s.on_behalf_of_id = ac.id and s.review = 'ACCEPTED') as byOthers
        from json_each(${slot('ids')}) j cross join actor ac where ac.id = j.value`,
    )
  }

  counts(ids: readonly number[]): VoiceCounts[] {
    return this.#counts.all({ ids: JSON.stringify(ids) })
  }
}
