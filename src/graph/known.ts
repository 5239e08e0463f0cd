import { type RawBuilder, sql } from 'kysely'

/** The earlier of two instants, of which either may be unknown: when something said in a source was known. */
export const earlier = (column: string, other: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql<number | null>`min(coalesce(${sql.ref(column)}, ${other}), coalesce(${other}, ${sql.ref(column)}))`
