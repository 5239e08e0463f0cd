import { type RawBuilder, sql } from 'kysely'
import { ftsQuery, type SearchTerm } from '../../text/search-terms.ts'
import { Slot } from '../build.ts'

/*
 * A full-text index is two tables, which are named here and nowhere else. Of `claim_text`:
 *
 * - `claim_text (id bigint, words tsvector)`: the tokens of a text at their places, as `src/text/words.ts` takes it apart,
 *   with the weight A, B or C; and with the weight D what else its words are found by.
 * - `claim_term (term text, texts bigint)`: each token without the weight D, and in how many texts it is, as `ts_stat` counts.
 */
const termsOf = (index: string): RawBuilder<unknown> => sql.table(index.replace(/_text$/, '_term'))

/** `id` and `rank` of the texts that match. `ts_rank` is the more, the better. */
export function matchingTexts(index: string, query: string): RawBuilder<unknown> {
  const asked = sql`${new Slot(query, (value) => textQuery(String(value)))}::tsquery`
  return sql`(select id, -ts_rank(words, asked)::float8 as rank
    from ${sql.table(index)} cross join (select ${asked} as asked) as query where words @@ asked)`
}

/** From each beginning on only a stretch of the terms is read, whose order is that of their bytes. */
export const termsFrom = (
  index: string,
  beginnings: RawBuilder<unknown>,
  most: number,
): RawBuilder<unknown> => sql`(
    select w.term as term, w.texts as texts from ${beginnings} as p cross join ${termsOf(index)} as w
    where w.term collate "C" >= p.value and w.term collate "C" < p.value || chr(1114111)
    limit ${sql.lit(most)})`

/**
 * PostgreSQL's own excerpt, which compares words letter by letter: another form of a word is not marked, and the words of a
 * phrase are marked where they stand alone, too.
 */
export function excerpt(terms: string, columns: readonly string[]): RawBuilder<string> {
  const asked = new Slot(terms, (value) => {
    const wanted = (JSON.parse(String(value)) as SearchTerm[]).filter(({ isExcluded }) => !isExcluded)
    return textQuery(ftsQuery(wanted, 'OR') ?? '')
  })
  const texts = sql`concat_ws(' ', ${sql.join(columns.map((column) => sql.ref(column)))})`
  return sql`ts_headline('simple', ${texts}, ${asked}::tsquery, 'StartSel=**, StopSel=**, MaxWords=18, MinWords=9')`
}

const operators: Readonly<Record<string, string>> = { AND: '&', OR: '|', NOT: '& !' }

/** What `ftsQuery` makes as a `tsquery`: `"a b" * OR (- forms : "c")` is `('a' <-> 'b':*) | (('c':ABC))`. */
const textQuery = (query: string): string =>
  query.replace(
    /(- forms : )?"([^"]*)"( \*)?|\b(?:AND|OR|NOT)\b/g,
    (found, written?: string, words?: string, star?: string) =>
      words === undefined ? (operators[found] ?? found) : phraseQuery(words.split(' '), written, star),
  )

function phraseQuery(tokens: readonly string[], written?: string, star?: string): string {
  const marked = tokens.map((token, place) => {
    const marks = `${star && place === tokens.length - 1 ? '*' : ''}${written ? 'ABC' : ''}`
    return `'${token.replace(/['\\]/g, '$&$&')}'${marks && ':'}${marks}`
  })
  return `(${marked.join(' <-> ')})`
}
