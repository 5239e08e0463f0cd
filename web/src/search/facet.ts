import { dateText, placeOf } from '../kit/date.ts'
import type { Params } from '../kit/location.ts'
import { stanceWord } from '../kit/words.ts'
import type { FacetValue } from '../statement/facet-choices.tsx'
import { type CountedFacet, facetParams } from './facet-params.ts'

/** The part of the address in which a choice of a facet stands. */
export const paramsOf = (facet: CountedFacet, value: string | null): Params =>
  Object.fromEntries(facetParams[facet].map((name) => [name, value]))

export const isChosen = (params: URLSearchParams, facet: CountedFacet, value: string): boolean =>
  Object.keys(paramsOf(facet, value)).every((name) => params.getAll(name).includes(value))

/** A value in words. */
export function facetWord({ facet, value, node }: FacetValue): string {
  if (node && 'name' in node) return node.name
  return facet === 'STANCE' ? stanceWord(value) : (dateText(value) ?? value)
}

/** Months in their order, all else by how often it is met. */
export function countsOf(facets: readonly FacetValue[], facet: CountedFacet): FacetValue[] {
  const counts = facets.filter((each) => each.facet === facet)
  return facet === 'MONTH' ? counts.sort((a, b) => (placeOf(a.value) ?? 0) - (placeOf(b.value) ?? 0)) : counts
}
