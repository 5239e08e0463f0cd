import type { Database } from 'better-sqlite3'

/**
 * Text in Unicode's composed form (NFC), which is what everything that enters has had since: an earlier Hearsay wrote it as
 * it came, so that a unit with its marks apart is not the unit that a filter asks for.
 *
 * Left as they are: the text of sources, and of statements what is quoted from it (`span_exact`, `span_prefix`,
 * `span_suffix`, `cue`). Spans count the letters of that text, and `sha256` is of it. Addresses and the ids of others
 * (`external_id`) are no text.
 */
const texts: Readonly<Record<string, readonly string[]>> = {
  entity: ['name', 'description'],
  label: ['text'],
  affiliation: ['title'],
  event: ['mode'],
  source: ['title', 'author'],
  claim: ['text', 'figure_unit'],
  statement: ['text'],
  assessment: ['method'],
}

/** By which lists are sorted; it is made of another column. */
const sorted = [
  ['entity', 'name'],
  ['claim', 'text'],
] as const

export function composedText(db: Database): void {
  db.function('composed', { deterministic: true }, (text) =>
    text === null ? null : String(text).normalize('NFC'),
  )
  for (const [table, column] of sorted)
    db.exec(
      `update ${table} set sort_key = sort_key(composed(${column})) where ${column} <> composed(${column})`,
    )
  // Two forms of one name become the same one: that which is preferred stays, or else the first.
  db.exec(/* sql */ `
    delete from label where id in (
      select id from (
        select id, row_number() over (partition by entity_id, lang, composed(text) order by preferred desc, id) as place
        from label
      ) where place > 1
    )`)
  for (const [table, columns] of Object.entries(texts))
    for (const column of columns)
      db.exec(`update ${table} set ${column} = composed(${column}) where ${column} <> composed(${column})`)
}
