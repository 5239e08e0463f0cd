import { linkTypes } from '../../../../src/values/vocabulary.ts'
import { asOfAsked, asOfIn } from '../../kit/as-of.ts'
import { linkTypesIn } from '../drawing/drawing-state.ts'
import type { PathsAsked } from './paths-query.ts'

export const LONGEST = 10
const LENGTH = 6
const COUNT = 5
const MOST = 50

export interface PathsState {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly first: number
}

function within(text: string | null, most: number, otherwise: number): number {
  const number = Math.trunc(Number(text))
  return number >= 1 ? Math.min(number, most) : otherwise
}

export const pathsStateIn = (params: URLSearchParams): PathsState => ({
  from: params.get('from') ?? '',
  to: params.get('to') ?? '',
  maxLength: within(params.get('max'), LONGEST, LENGTH),
  first: within(params.get('first'), MOST, COUNT),
})

/** A link type that the legend leaves out is no way to go either. */
export function askedOf(state: PathsState, params: URLSearchParams): PathsAsked {
  const without = linkTypesIn(params)
  const through = linkTypes.filter((type) => !without.includes(type))
  return { ...state, ...(without.length > 0 && { through }), ...asOfAsked(asOfIn(params)) }
}
