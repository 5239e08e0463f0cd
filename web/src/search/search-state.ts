import { type ReviewState, reviewStates } from '../../../src/values/vocabulary.ts'
import { wordsIn } from '../kit/location.ts'
import { listed } from '../list/asked.ts'
import { type StatementFilter, statementFilterIn } from '../statement/filter-in.ts'
import { HIT_KINDS, type HitKind } from './hit.ts'

export interface SearchState {
  readonly text: string
  /** None: all of them. */
  readonly kinds: readonly HitKind[]
  /** None: what is accepted. */
  readonly review: readonly ReviewState[]
  /** Which statements are counted, and listed if nothing but statements is asked for. */
  readonly filter: StatementFilter
  readonly isOfStatements: boolean
}

/** All that the search shows is in its address. */
export function searchStateIn(params: URLSearchParams): SearchState {
  const text = params.get('q')?.trim() ?? ''
  const filter = statementFilterIn(params, ['by'])
  const review = wordsIn(params, 'review', reviewStates)
  // Only statements have a speaker, a stance and a month.
  const isFiltered = Object.keys(filter).length > 0
  const kinds = isFiltered ? (['STATEMENT'] as const) : wordsIn(params, 'types', HIT_KINDS)
  return {
    text,
    kinds,
    review,
    filter: { text, ...filter, ...listed('review', review) },
    isOfStatements: kinds.length === 1 && kinds[0] === 'STATEMENT',
  }
}
