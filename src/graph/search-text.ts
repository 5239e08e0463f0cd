import { type RawBuilder, sql } from 'kysely'
import type { Where } from '../db/where.ts'

/** What FTS5's unicode61 tokenizer takes for a word; everything else only separates. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
/** A quoted phrase, or a run of anything but spaces and quotes; either may be a prefix (`*`) or be left out (`-`). */
const term = /(-?)(?:"([^"]*)"|([^\s"]+))(\*?)/gu

/** As the indexes have it: ё is е, and a letter and its mark are one. */
const foldedText = (text: string): string =>
  text.slice(0, 1000).normalize('NFC').replaceAll('ё', 'е').replaceAll('Ё', 'Е')

/**
 * A user's search as an FTS5 query that cannot be a syntax error: words (all of them must occur), `"phrases"`,
 * `prefix*` and `-without`. Null where nothing is left to look for.
 */
export function searchQuery(text: string): string | null {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [, minus, phrase, bare, star] of foldedText(text).matchAll(term)) {
    const words = (phrase ?? bare ?? '').match(word)
    if (!words) continue
    const prefix = star === '*' || (phrase === undefined && bare?.endsWith('*'))
    const quoted = `"${words.join(' ')}"${prefix ? ' *' : ''}`
    ;(minus ? unwanted : wanted).push(quoted)
  }
  if (wanted.length === 0) return null
  const query = wanted.join(' AND ')
  // One NOT: a chain of them is a tree as deep as it is long, which FTS5 refuses past 256.
  return unwanted.length > 0 ? `(${query}) NOT (${unwanted.join(' OR ')})` : query
}

/** Keeps what matches a user's search, by a condition that is given the FTS5 query; no words keep nothing. */
export function matching(
  where: Where,
  name: string,
  text: string | null | undefined,
  write: (query: RawBuilder<unknown>) => RawBuilder<boolean>,
): Where {
  if (text == null) return where
  const query = searchQuery(text)
  return query === null ? where.only(`${name}:none`, true, () => sql`false`) : where.value(name, query, write)
}

/** Keeps the entities any of whose names match a user's search. */
export const named = (where: Where, text: string | null | undefined): Where =>
  matching(where, 'name', text, (query) => {
    const labels = sql`select rowid from label_text where label_text match ${query}`
    return sql`e.id in (select entity_id from label where id in (${labels}))`
  })
