import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { inTime, listed, Prepared } from '../../db/prepare.ts'

export interface ClaimDay {
  claimId: number
  day: string
}

/** When something about claims became known. */
export class HistoryStore {
  readonly #days: Prepared<ClaimDay>

  constructor(connection: Connection) {
    this.#days = new Prepared(
      connection,
      // Two indexes hold all of it between them; the rows of a claim's statements are far apart.
      sql`select distinct s.claim_id as claimId, date(s.known_at / 1000, 'unixepoch') as day
        from statement s indexed by statement_by_position
        where s.claim_id in ${listed('claims')} and s.known_at is not null and ${inTime('s.id')}
          and +s.id in (select id from statement indexed by statement_by_claim
            where claim_id in ${listed('claims')} and review = 'ACCEPTED')`,
    )
  }

  /** Each day once, the earliest first. */
  daysOfClaims(claims: readonly number[]): ClaimDay[] {
    return this.#days.all({ claims: JSON.stringify(claims) }).sort((a, b) => (a.day < b.day ? -1 : 1))
  }
}
