import { linkTypes } from '../../../../src/values/vocabulary.ts'
import { asOfAsked, asOfIn } from '../../kit/as-of.ts'
import { linkTypesIn } from '../drawing/drawing-state.ts'
import type { PathsAsked } from './paths-query.ts'

export const LONGEST_PATH = 10
const USUAL_LENGTH = 6
const COUNT = 5
const MOST_PATHS = 50

export interface PathsState {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly first: number
}

function numberWithin(text: string | null, most: number, otherwise: number): number {
  const number = Math.trunc(Number(text))
  return number >= 1 ? Math.min(number, most) : otherwise
}

export const pathsStateIn = (params: URLSearchParams): PathsState => ({
  from: params.get('from') ?? '',
  to: params.get('to') ?? '',
  maxLength: numberWithin(params.get('max'), LONGEST_PATH, USUAL_LENGTH),
  first: numberWithin(params.get('first'), MOST_PATHS, COUNT),
})

/** A link type that the legend leaves out is no way to go either. */
export function pathsAskedOf(state: PathsState, params: URLSearchParams): PathsAsked {
  const without = linkTypesIn(params)
  const through = linkTypes.filter((type) => !without.includes(type))
  return { ...state, ...(without.length > 0 && { through }), ...asOfAsked(asOfIn(params)) }
}
