import { type RawBuilder, sql } from 'kysely'
import type { SearchTerm } from '../../../text/search-terms.ts'
import { snippetFrom } from '../../../text/snippet.ts'
import { Slot, slot } from '../../build.ts'
import { cutWord, FORM_SIGN } from './word-vector.ts'

/*
 * A full-text index is two tables, which are named here and nowhere else. Of `claim_text`:
 *
 * - `claim_text (id bigint, words tsvector, sequence text)`: the tokens of a text at their places, as `src/text/words.ts` takes
 *   it apart, with the weight A or B; and with the weight D what else its words are found by. A long text has more places than
 *   a `tsvector` holds: `sequence` has all of its tokens, for phrases, and is null where the places suffice.
 * - `claim_term (term text, texts bigint)`: each token without the weight D, and in how many texts and titles it is.
 */
const termsOf = (index: string): RawBuilder<unknown> => sql.table(index.replace(/_text$/, '_term'))

/** What a match weighs: another form counts half, as in the other engine. Divided by the length of a text, for 1. */
const rankOf = (asked: RawBuilder<unknown>) => sql`-ts_rank('{0.5, 1, 1, 1}', words, ${asked}, 1)::float8`

/**
 * `id` and `rank` of the texts that match. `ts_rank` is the more, the better. The index tells which texts have the words; whether
 * they stand there as a phrase, or as they were typed, has to be looked up in each of those.
 */
export function matchingTexts(index: string, query: string): RawBuilder<unknown> {
  const slotOf = (write: (query: string) => string) => new Slot(query, (value) => write(String(value)))
  const words = sql`${slotOf(wordsQuery)}::tsquery`
  const isExact = sql`case when sequence is null then words @@ ${slotOf(exactQuery)}::tsquery
    else to_jsonb(sequence) @@ ${slotOf(sequenceQuery)}::jsonpath end`
  return sql`(select id, ${rankOf(words)} as rank from ${sql.table(index)}
    where words @@ ${words} and (${slotOf(exactQuery)}::text = '' or ${isExact}))`
}

/** From each beginning on only a stretch of the terms is read, whose order is that of their bytes. */
export const termsFrom = (
  index: string,
  beginnings: RawBuilder<unknown>,
  most: number,
): RawBuilder<unknown> => sql`(
    select w.term as term, w.texts as texts from ${beginnings} as p cross join ${termsOf(index)} as w
    where w.term collate "C" >= p.value and w.term collate "C" < p.value || chr(1114111) and w.texts > 0
    limit ${sql.lit(most)})`

/** What a snippet is made of, as `json`: whoever reads a row makes it, by `snippetOf`, and holds no more than one text for it. */
export const excerpt = (terms: string, columns: readonly string[]): RawBuilder<string> =>
  sql`json_build_array(${slot(terms)}::text, ${sql.join(columns.map((column) => sql.ref(column)))})`

/** @param json The terms, and texts. */
export function snippetOf(json: string): string {
  const [terms, ...texts] = JSON.parse(json) as [string, ...(string | null)[]]
  return snippetFrom(
    texts.filter((text) => text !== null),
    JSON.parse(terms) as SearchTerm[],
  )
}

/** One piece of what `ftsQuery` makes: `"a b" *`, or `(- forms : "a b" *)`, which stands in what was written. */
interface QueryPiece {
  readonly tokens: readonly string[]
  readonly isWritten: boolean
  readonly isPrefix: boolean
}

/** What `ftsQuery` makes in another language, which has operators of its own. */
const translated = (
  query: string,
  operators: Readonly<Record<string, string>>,
  write: (piece: QueryPiece) => string,
): string =>
  query.replace(
    /(- forms : )?"([^"]*)"( \*)?|\b(?:AND|OR|NOT)\b/g,
    (found, isWritten?: string, words?: string, star?: string) =>
      words === undefined
        ? (operators[found] ?? found)
        : `(${write({ tokens: words.split(' '), isWritten: !!isWritten, isPrefix: !!star })})`,
  )

const ofVectors = { AND: '&', OR: '|', NOT: '& !' }
const ofPaths = { AND: '&&', OR: '||', NOT: '&& !' }

const isAboutPlaces = (query: string): boolean => query.includes('- forms : ')

/** The same or more: of phrases, all of their words. */
const wordsQuery = (query: string): string =>
  translated(isAboutPlaces(query) ? query.replace(/ NOT .*$/s, '') : query, ofVectors, (piece) =>
    lexemes({ ...piece, isWritten: false }).join(' & '),
  )

/** `"a b" * OR (- forms : "c")` is `('a' <-> 'b':*) | (('c':ABC))`. Empty where the words alone tell all. */
const exactQuery = (query: string): string =>
  isAboutPlaces(query) ? translated(query, ofVectors, (piece) => lexemes(piece).join(' <-> ')) : ''

function lexemes({ tokens, isWritten, isPrefix }: QueryPiece): string[] {
  return tokens.map((token, place) => {
    const marks = `${isPrefix && place === tokens.length - 1 ? '*' : ''}${isWritten ? 'ABC' : ''}`
    return `'${cutWord(token).replace(/['\\]/g, '$&$&')}'${marks && ':'}${marks}`
  })
}

/** The same as a condition on all tokens in a row. */
const sequenceQuery = (query: string): string =>
  translated(query, ofPaths, ({ tokens, isWritten, isPrefix }) => {
    const contains = (words: string) => `$ like_regex ${JSON.stringify(words)} flag "q"`
    const words = `${tokens.map(cutWord).join(' ')}${isPrefix ? '' : ' '}`
    return [` ${words}`, ...(isWritten ? [] : [` ${FORM_SIGN}${words}`])].map(contains).join(' || ')
  })
