import type { VariablesOf } from '../graphql.ts'
import { wordsIn } from '../location.ts'
import { type Chosen, chosenIn } from '../statement/chosen.ts'
import { type Domain, domainIn, stamp } from './domain.ts'
import type { settingQuery, timelineQuery } from './timeline-query.ts'

export const TYPES = ['EVENT', 'STATEMENT'] as const
export type TimelineType = (typeof TYPES)[number]

export interface TimelineState {
  readonly about: readonly string[]
  readonly types: readonly TimelineType[]
  /** By what the statements are chosen. */
  readonly chosen: Chosen
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
    inSight: domainIn(params),
  }
}

/** What both the entries and the density are asked for. */
export const choiceOf = ({ about, types, chosen }: TimelineState) => ({
  ...(about.length > 0 && { about: [...about] }),
  ...(Object.keys(chosen).length > 0 && { filter: chosen }),
  ...(types.length < TYPES.length && { types: [...types] }),
})

export const variablesOf = (state: TimelineState): VariablesOf<typeof timelineQuery> => ({
  ...choiceOf(state),
  ...(state.inSight && windowParams(state.inSight)),
})

export function settingVariablesOf(state: TimelineState): VariablesOf<typeof settingQuery> {
  const { about, chosen, inSight } = state
  const { by = [], onBehalfOf = [], event = [], source = [] } = chosen
  const statements = { ...chosen, ...(about.length > 0 && { about: [...about] }) }
  return {
    ...variablesOf(state),
    ...(Object.keys(statements).length > 0 && { statements }),
    named: [...new Set([...about, ...by, ...onBehalfOf, ...event, ...source])],
    isAbout: about.length > 0,
    isWindow: inSight !== null,
  }
}

export const windowParams = ([from, until]: Domain) => ({ from: stamp(from), until: stamp(until) })
