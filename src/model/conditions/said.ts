import { type RawBuilder, sql } from 'kysely'

/**
 * When something was said, where its source says no day: by the day on which the source appeared, and so it stands at the
 * end of that day (`said_earliest` and `said_latest` are both its last millisecond), however open it is towards the past.
 * A date without either end says no more than none.
 */
const withoutEnds = ['../..', '../', '/..']

export const isDayUnknown = (edtf: string | null): boolean => edtf === null || withoutEnds.includes(edtf)

/** The same in SQL, of a column with the date as it was given. */
export const saidDayIsUnknown = (column: string): RawBuilder<boolean> =>
  sql`coalesce(${sql.ref(column)}, ${sql.lit(withoutEnds[0])}) in (${sql.join(withoutEnds.map((text) => sql.lit(text)))})`
