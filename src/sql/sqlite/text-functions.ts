import type { Database } from 'better-sqlite3'
import type { SearchTerm } from '../../text/search-terms.ts'
import { snippetFrom } from '../../text/snippet.ts'
import { sortKey } from '../../text/sort-key.ts'
import { indexedText } from '../../text/words.ts'

/**
 * Functions of SQL, so that triggers and migrations compare letters as searches do:
 *
 * - `search_words(text)`: the tokens of a text, in their order.
 * - `search_forms(text)`: what else its words are found by.
 * - `sort_key(name)`: what a list by name is sorted by.
 * - `search_snippet(terms, text, …)`: the matches in one of the texts, in their context; `terms` is JSON.
 *
 * Only writing needs the first three. A program without them reads the whole file, and searches its indexes, but what it
 * would write to an indexed table is refused by name: better than an index that misses it.
 */
export function addTextFunctions(db: Database): void {
  const indexed = rememberingTwo(indexedText)
  const termsOf = rememberingTwo((terms: string) => JSON.parse(terms) as SearchTerm[])
  const pure = { deterministic: true }
  db.function('search_words', pure, (text) => (text === null ? null : indexed(String(text)).words))
  db.function('search_forms', pure, (text) => (text === null ? null : indexed(String(text)).forms))
  db.function('sort_key', pure, (name) => sortKey(String(name)))
  db.function('search_snippet', { ...pure, varargs: true }, (terms, ...texts) =>
    snippetFrom(texts.filter((text) => text !== null).map(String), termsOf(String(terms))),
  )
}

/** Remembers the last two answers: a trigger asks for the words of a title and a text, and then for their forms. */
function rememberingTwo<T>(read: (text: string) => T): (text: string) => T {
  let last: { text: string; answer: T }[] = []
  return (text) => {
    const known = last.find((one) => one.text === text)
    if (known) return known.answer
    const answer = read(text)
    last = [...last.slice(-1), { text, answer }]
    return answer
  }
}
