import { sql } from 'kysely'
import { inTime, listed, readBy } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { DAY, dayText } from '../../values/calendar.ts'

export interface ClaimDay {
  claimId: number
  /** EDTF. */
  day: string
}

/** The midnight before, also before 1970, where `%` is negative. */
const midnight = sql`s.known_at - (s.known_at % ${sql.lit(DAY)} + ${sql.lit(DAY)}) % ${sql.lit(DAY)}`

/** When something about claims became known. */
export class HistoryStore {
  readonly #days: Prepared<{ claimId: number; midnight: number }>

  constructor(engine: Engine) {
    this.#days = engine.prepare(
      // Two indexes hold all of it between them; the rows of a claim's statements are far apart.
      sql`select distinct s.claim_id as "claimId", ${midnight} as midnight
        from statement s ${readBy('statement_by_position')}
        where s.claim_id in ${listed('claims')} and s.known_at is not null and ${inTime('s.id')}
          and +s.id in (select id from statement ${readBy('statement_by_claim')}
            where claim_id in ${listed('claims')} and review = 'ACCEPTED')`,
    )
  }

  /** Each day once, the earliest first. */
  daysOfClaims(claims: readonly number[]): Answer<ClaimDay[]> {
    const rows = this.#days.all({ claims: JSON.stringify(claims) })
    return mapAnswer(
      sortAnswer(rows, (a, b) => a.midnight - b.midnight),
      distinctDays,
    )
  }
}

/** Of years that EDTF cannot divide, several days are written alike. */
function distinctDays(rows: readonly { claimId: number; midnight: number }[]): ClaimDay[] {
  const days = new Map<string, ClaimDay>()
  for (const { claimId, midnight } of rows) {
    const day = dayText(midnight)
    days.set(`${claimId} ${day}`, { claimId, day })
  }
  return [...days.values()]
}
