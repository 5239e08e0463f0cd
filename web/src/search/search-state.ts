import { type ReviewState, reviewStates } from '../../../src/values/vocabulary.ts'
import { wordsIn } from '../kit/location.ts'
import { listed } from '../list/asked.ts'
import { filterIn, type StatementFilter } from '../statement/filter-in.ts'
import { KINDS, type Kind } from './hit.ts'

export interface SearchState {
  readonly text: string
  /** None: all of them. */
  readonly kinds: readonly Kind[]
  /** None: what is accepted. */
  readonly review: readonly ReviewState[]
  /** Which statements are counted, and listed if nothing but statements is asked for. */
  readonly filter: StatementFilter
  readonly isOfStatements: boolean
}

/** All that the search shows is in its address. */
export function searchStateIn(params: URLSearchParams): SearchState {
  const text = params.get('q')?.trim() ?? ''
  const filter = filterIn(params, ['by'])
  const review = wordsIn(params, 'review', reviewStates)
  // Only statements have a speaker, a stance and a month.
  const isFiltered = Object.keys(filter).length > 0
  const kinds = isFiltered ? (['STATEMENT'] as const) : wordsIn(params, 'types', KINDS)
  return {
    text,
    kinds,
    review,
    filter: { text, ...filter, ...listed('review', review) },
    isOfStatements: kinds.length === 1 && kinds[0] === 'STATEMENT',
  }
}
