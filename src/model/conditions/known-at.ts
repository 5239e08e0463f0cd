import { type RawBuilder, sql } from 'kysely'
import { monthOf } from '../../values/date.ts'
import type { DateColumns } from '../nodes/fault.ts'
import { isDayUnknown, saidDayIsUnknown } from './said.ts'

type Instant = RawBuilder<number | null>

/** When a statement could be known: the earlier of when it was said and when its source appeared, as far as either is known. */
export const knownAt = (said: number | null, published: number | null): number | null =>
  said === null || published === null ? (said ?? published) : Math.min(said, published)

/** The same in SQL. */
export const knownAtSql = (said: Instant, published: Instant): Instant =>
  sql`case when ${published} is null or ${said} <= ${published} then ${said} else ${published} end`

/** What a statement has of its own date and of its source's: what is said on a day not known has that of its source. */
export function saidColumns(said: DateColumns, published: Omit<DateColumns, 'edtf'>) {
  const isUndated = isDayUnknown(said.edtf)
  const latest = isUndated ? published.latest : said.latest
  return {
    said_edtf: said.edtf,
    said_earliest: isUndated ? published.latest : said.earliest,
    said_latest: latest,
    said_month: monthOf(isUndated ? published : said),
    known_at: knownAt(latest, published.latest),
  }
}

const hasOtherDay = sql<boolean>`${saidDayIsUnknown('said_edtf')} and (said_earliest, said_latest, said_month)
  is distinct from (published_latest, published_latest, month_of(published_earliest, published_latest))`
const dueInstant = knownAtSql(sql.ref('said_latest'), sql.ref('published_latest'))

/** Statements that do not go by their source's date as it is now. */
export const goesByOtherDate = (which: RawBuilder<unknown>): RawBuilder<{ id: number }> => sql`
  select statement.id from statement join source on source.id = source_id
  where ${which} and (${hasOtherDay} or known_at is distinct from ${dueInstant})`

/** Lets those go by it: after their source has got another date. */
export const followSource = (which: RawBuilder<unknown>): RawBuilder<never>[] => [
  sql`update statement set said_earliest = published_latest, said_latest = published_latest,
      said_month = month_of(published_earliest, published_latest)
    from source where ${which} and source.id = source_id and ${hasOtherDay}`,
  sql`update statement set known_at = due.at from (
      select statement.id, ${dueInstant} as at from statement join source on source.id = source_id where ${which}
    ) as due where statement.id = due.id and known_at is distinct from due.at`,
]
