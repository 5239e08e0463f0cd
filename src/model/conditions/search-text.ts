import { type RawBuilder, sql } from 'kysely'
import { inTime, matching } from '../../sql/dialect.ts'
import type { Where } from '../../sql/where.ts'
import { ftsQuery, searchTerms } from '../../text/search-terms.ts'

/** Keeps what matches a user's search, by a condition that is given the slot of the full-text query; no words keep nothing. */
export function matchingText(
  where: Where,
  name: string,
  text: string | null | undefined,
  write: (query: string) => RawBuilder<boolean>,
): Where {
  if (text == null) return where
  const query = ftsQuery(searchTerms(text))
  return query === null
    ? where.only(`${name}:none`, true, () => sql`false`)
    : where.value(name, query, () => write(where.prefix + name))
}

/** Keeps the entities any of whose names match a user's search. */
export const named = (where: Where, text: string | null | undefined): Where =>
  matchingText(where, 'name', text, (query) => {
    const labels = sql`select id from ${matching('label_text', query)} as found where ${inTime('found.id')}`
    return sql`e.id in (select entity_id from label where id in (${labels}))`
  })
