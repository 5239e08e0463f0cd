import { type Answer, allAnswers, mapAnswer } from '../../sql/engine.ts'
import { ftsQuery, type SearchTerm, searchTerms, typed, wordTerm } from '../../text/search-terms.ts'
import { isStopWord } from '../../text/stop-words.ts'
import { wordParts } from '../../text/words.ts'
import { nodeTypes } from '../../values/vocabulary.ts'
import type { Among } from './search-indexes.ts'
import type { SearchStore } from './search-store.ts'
import type { TermStore } from './term-store.ts'

/** What the index is asked, and, where that is not what was typed, what it is in words. */
export interface Searched {
  readonly terms: readonly SearchTerm[]
  readonly query: string
  /** Null where it is what was asked for. */
  readonly instead: string | null
  /** Whether any of the terms will do, and not only all of them together. */
  readonly isAnyOf: boolean
}

/** A search as it was asked for; null where it has no words. */
export function asAsked(text: string): Searched | null {
  const terms = searchTerms(text)
  const query = ftsQuery(terms)
  return query === null ? null : { terms, query, instead: null, isAnyOf: false }
}

/** So many words of a long question are looked at. */
const MOST_SEARCH_WORDS = 12

/**
 * What comes nearest to a search that finds nothing: first without the words that only make it a question, then with
 * those that nothing has spelled as they stand somewhere, then whatever has any of them. What is quoted or left out
 * stays as it is. Null where nothing comes near.
 */
export class NearestSearch {
  readonly #search: SearchStore
  readonly #terms: TermStore

  constructor(search: SearchStore, terms: TermStore) {
    this.#search = search
    this.#terms = terms
  }

  to({ terms }: Searched, among: Among): Answer<Searched | null> {
    const excluded = terms.filter(({ isExcluded }) => isExcluded)
    const asked = terms.filter(({ isExcluded }) => !isExcluded).flatMap(loosened)
    const telling = asked
      .filter(({ tokens, isPhrase }) => isPhrase || !tokens.every(isStopWord))
      .slice(0, MOST_SEARCH_WORDS)
    const known = allAnswers(telling.map((term) => this.#known(term, among)))
    return mapAnswer(known, (terms) => {
      const found = terms.filter((term) => term !== null)
      const all = found.length === telling.length ? searched(found, excluded, 'AND') : null
      return firstThat([all, searched(found, excluded, 'OR')], ({ query }) =>
        this.#search.finds(query, among),
      )
    })
  }

  /** The term as something has it; null where nothing has anything like it. */
  #known(term: SearchTerm, among: Among): Answer<SearchTerm | null> {
    return mapAnswer(this.#has(term, among), (isThere) => (isThere ? term : this.#likeIt(term, among)))
  }

  #likeIt(term: SearchTerm, among: Among): Answer<SearchTerm | null> {
    const [token, ...more] = term.tokens
    if (term.isPhrase || token === undefined || more.length > 0) return null
    const longer = token.length > 2 && !term.isPrefix ? wordTerm(term.written, true) : null
    const has = (other: SearchTerm) => this.#has(other, among)
    return mapAnswer(firstThat([longer], has), (found) => {
      if (found) return found
      // The indexes hold what is proposed, too: a word of that alone is no help to who does not ask for it.
      return mapAnswer(this.#terms.nearest(token, term.isPrefix), (words) =>
        firstThat(
          words.map((word) => wordTerm(word)),
          has,
        ),
      )
    })
  }

  #has(term: SearchTerm, { review }: Among): Answer<boolean> {
    const query = ftsQuery([{ ...term, isExcluded: false }])
    return query !== null && this.#search.finds(query, { types: nodeTypes, review })
  }
}

/** The first of some for which a question is answered with yes; no more of them are asked about. */
function firstThat<T>(some: readonly (T | null)[], isWanted: (one: T) => Answer<boolean>): Answer<T | null> {
  const [one, ...rest] = some
  if (one === undefined) return null
  if (one === null) return firstThat(rest, isWanted)
  return mapAnswer(isWanted(one), (is) => (is ? one : firstThat(rest, isWanted)))
}

function searched(
  wanted: readonly SearchTerm[],
  excluded: readonly SearchTerm[],
  join: 'AND' | 'OR',
): Searched | null {
  const terms = [...wanted, ...excluded]
  const query = ftsQuery(terms, join)
  if (query === null) return null
  return { terms, query, instead: terms.map(typed).join(' '), isAnyOf: join === 'OR' && wanted.length > 1 }
}

/** A word of several pieces as so many words; of a script without spaces, every two characters. */
function loosened(term: SearchTerm): readonly SearchTerm[] {
  if (term.isPhrase || term.tokens.length < 2) return [term]
  const parts = wordParts(term.written)
  const last = parts.length - 1
  return parts.flatMap((part, index) => wordTerm(part, term.isPrefix && index === last) ?? [])
}
