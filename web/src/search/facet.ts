import { dateText, placeOf } from '../kit/date.ts'
import type { Params } from '../kit/location.ts'
import { stanceWord } from '../kit/words.ts'
import type { FacetValue } from '../statement/facet-choices.tsx'

export const FACETS = ['SPEAKER', 'STANCE', 'MONTH'] as const
export type Facet = (typeof FACETS)[number]

/** The part of the address in which a choice of a facet stands; a month is where dates begin and end. */
export const paramsOf = (facet: Facet, value: string | null): Params => {
  if (facet === 'MONTH') return { from: value, until: value }
  return { [facet === 'SPEAKER' ? 'by' : 'stance']: value }
}

export const isChosen = (params: URLSearchParams, facet: Facet, value: string): boolean =>
  Object.keys(paramsOf(facet, value)).every((name) => params.getAll(name).includes(value))

/** A value in words. */
export function facetWord({ facet, value, node }: FacetValue): string {
  if (node && 'name' in node) return node.name
  return facet === 'STANCE' ? stanceWord(value) : (dateText(value) ?? value)
}

/** Months in their order, all else by how often it is met. */
export function countsOf(facets: readonly FacetValue[], facet: Facet): FacetValue[] {
  const counts = facets.filter((each) => each.facet === facet)
  return facet === 'MONTH' ? counts.sort((a, b) => (placeOf(a.value) ?? 0) - (placeOf(b.value) ?? 0)) : counts
}
