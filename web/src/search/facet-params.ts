import type { Facet } from '../../../src/values/vocabulary.ts'

/** The facets that the page of results counts by, and the parts of the address in which a choice of each stands. */
export const facetParams = {
  SPEAKER: ['by'],
  STANCE: ['stance'],
  // A month is where dates begin and end.
  MONTH: ['from', 'until'],
} as const satisfies Partial<Record<Facet, readonly string[]>>

export type CountedFacet = keyof typeof facetParams
export const COUNTED_FACETS: readonly CountedFacet[] = ['SPEAKER', 'STANCE', 'MONTH']
