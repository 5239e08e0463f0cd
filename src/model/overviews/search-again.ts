import { ftsQuery, type SearchTerm, searchTerms, typed, wordTerm } from '../../text/search-terms.ts'
import { isStopWord } from '../../text/stop-words.ts'
import { wordParts } from '../../text/words.ts'
import { nodeTypes } from '../../values/vocabulary.ts'
import type { Among, SearchStore } from './search-store.ts'
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
const MOST_WORDS = 12

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

  to({ terms }: Searched, among: Among): Searched | null {
    const excluded = terms.filter(({ isExcluded }) => isExcluded)
    const asked = terms.filter(({ isExcluded }) => !isExcluded).flatMap(loosened)
    const telling = asked
      .filter(({ tokens, isPhrase }) => isPhrase || !tokens.every(isStopWord))
      .slice(0, MOST_WORDS)
    const known = telling.map((term) => this.#known(term, among))
    const found = known.filter((term) => term !== null)
    const all = found.length === telling.length ? searched(found, excluded, 'AND') : null
    return (
      [all, searched(found, excluded, 'OR')].find((one) => one !== null && this.#finds(one, among)) ?? null
    )
  }

  #finds({ query }: Searched, among: Among): boolean {
    return this.#search.finds(query, among)
  }

  /** The term as something has it; null where nothing has anything like it. */
  #known(term: SearchTerm, among: Among): SearchTerm | null {
    if (this.#has(term, among)) return term
    const [token, ...more] = term.tokens
    if (term.isPhrase || token === undefined || more.length > 0) return null
    const longer = token.length > 2 && !term.isPrefix ? wordTerm(term.written, true) : null
    if (longer && this.#has(longer, among)) return longer
    // The indexes hold what is proposed, too: a word of that alone is no help to who does not ask for it.
    for (const near of this.#terms.nearest(token, term.isPrefix)) {
      const other = wordTerm(near)
      if (other && this.#has(other, among)) return other
    }
    return null
  }

  #has(term: SearchTerm, { review }: Among): boolean {
    const query = ftsQuery([{ ...term, isExcluded: false }])
    return query !== null && this.#search.finds(query, { types: nodeTypes, review })
  }
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
