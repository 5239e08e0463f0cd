import { asOfAsked, asOfIn } from '../kit/as-of.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import { wordsIn } from '../kit/location.ts'
import { type Chosen, chosenIn } from '../statement/chosen.ts'
import { type Domain, domainIn, stamp } from './domain.ts'
import type { settingQuery, timelineQuery } from './timeline-query.ts'
import { type TimelineType, TYPES } from './timeline-type.ts'

export interface TimelineState {
  readonly about: readonly string[]
  readonly types: readonly TimelineType[]
  /** By what the statements are chosen. */
  readonly chosen: Chosen
  readonly asOf: string | null
  /** Null: where the statements are. */
  readonly inSight: Domain | null
}

/** All that the timeline shows is in its address. */
export function timelineStateIn(params: URLSearchParams): TimelineState {
  const types = wordsIn(params, 'types', TYPES)
  return {
    about: params.getAll('about'),
    types: types.length > 0 ? types : TYPES,
    chosen: chosenIn(params),
    asOf: asOfIn(params),
    inSight: domainIn(params),
  }
}

const timelineFilter = ({ chosen, asOf }: Pick<TimelineState, 'chosen' | 'asOf'>) => ({
  ...chosen,
  ...asOfAsked(asOf),
})

/** What both the entries and the density are asked for. */
export const choiceOf = ({ about, types, ...state }: TimelineState) => ({
  ...(about.length > 0 && { about: [...about] }),
  ...(Object.keys(timelineFilter(state)).length > 0 && { filter: timelineFilter(state) }),
  ...(types.length < TYPES.length && { types: [...types] }),
})

export const timelineVariables = (state: TimelineState): VariablesOf<typeof timelineQuery> => ({
  ...choiceOf(state),
  ...(state.inSight && windowParams(state.inSight)),
})

export function settingVariablesOf(state: TimelineState): VariablesOf<typeof settingQuery> {
  const { about, chosen, inSight } = state
  const { by = [], onBehalfOf = [], event = [], source = [] } = chosen
  const statements = { ...timelineFilter(state), ...(about.length > 0 && { about: [...about] }) }
  return {
    ...timelineVariables(state),
    ...(Object.keys(statements).length > 0 && { statements }),
    named: [...new Set([...about, ...by, ...onBehalfOf, ...event, ...source])],
    isAbout: about.length > 0,
    isWindow: inSight !== null,
  }
}

export const windowParams = ([from, until]: Domain) => ({ from: stamp(from), until: stamp(until) })
