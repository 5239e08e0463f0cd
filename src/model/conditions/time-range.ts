import { sql } from 'kysely'
import type { Where } from '../../sql/where.ts'

/** From the earliest instant of one date to the latest of another, in Unix milliseconds; null is open. */
export interface TimeRange {
  readonly from: number | null
  readonly until: number | null
}

/**
 * Keeps what may have been within the range: its date, imprecise or not, overlaps it. What has no date is left out.
 * `column` is the stem of a date's columns, such as `s.said`; `orderColumn` is what the rows are walked by, where another
 * table has a copy of it.
 */
export function overlapping(
  where: Where,
  name: string,
  range: TimeRange | null | undefined,
  column: string,
  orderColumn = `${column}_order`,
): Where {
  if (!range || (range.from === null && range.until === null)) return where
  const [order, earliest, latest] = [orderColumn, `${column}_earliest`, `${column}_latest`].map((name) =>
    sql.ref(name),
  )
  return where
    .value(
      `${name}.from`,
      range.from,
      (from) => sql`(${latest} >= ${from} or (${latest} is null and ${order} is not null))`,
    )
    .value(
      `${name}.until`,
      range.until,
      (until) => sql`(${order} <= ${until} or ${earliest} is null and ${order} is not null)`,
    )
}
