import { sql } from 'kysely'
import { inTime, listed, Prepared } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { DAY, dayText } from '../../values/calendar.ts'

export interface ClaimDay {
  claimId: number
  /** EDTF. */
  day: string
}

/** The midnight before, also before 1970, where SQLite's % is negative. */
const midnight = sql`s.known_at - (s.known_at % ${sql.lit(DAY)} + ${sql.lit(DAY)}) % ${sql.lit(DAY)}`

/** When something about claims became known. */
export class HistoryStore {
  readonly #days: Prepared<{ claimId: number; midnight: number }>

  constructor(connection: Connection) {
    this.#days = new Prepared(
      connection,
      // Two indexes hold all of it between them; the rows of a claim's statements are far apart.
      sql`select distinct s.claim_id as claimId, ${midnight} as midnight
        from statement s indexed by statement_by_position
        where s.claim_id in ${listed('claims')} and s.known_at is not null and ${inTime('s.id')}
          and +s.id in (select id from statement indexed by statement_by_claim
            where claim_id in ${listed('claims')} and review = 'ACCEPTED')`,
    )
  }

  /** Each day once, the earliest first. */
  daysOfClaims(claims: readonly number[]): ClaimDay[] {
    const rows = this.#days.all({ claims: JSON.stringify(claims) }).sort((a, b) => a.midnight - b.midnight)
    // Of years that EDTF cannot divide, several days are written alike.
    const days = new Map<string, ClaimDay>()
    for (const { claimId, midnight } of rows) {
      const day = dayText(midnight)
      days.set(`${claimId} ${day}`, { claimId, day })
    }
    return [...days.values()]
  }
}
