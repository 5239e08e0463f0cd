import type { VariablesOf } from '../graphql.ts'
import { type Domain, domainIn, stamp } from './domain.ts'
import type { settingQuery, timelineQuery } from './timeline-query.ts'

export const TYPES = ['EVENT', 'STATEMENT'] as const
export type TimelineType = (typeof TYPES)[number]

export interface TimelineState {
  readonly about: readonly string[]
  readonly types: readonly TimelineType[]
  /** Null: where the statements are. */
  readonly inSight: Domain | null
}

/** All that the timeline shows is in its address. */
export function timelineStateIn(params: URLSearchParams): TimelineState {
  const named = params.getAll('types')
  const types = TYPES.filter((type) => named.includes(type))
  return {
    about: params.getAll('about'),
    types: types.length > 0 ? types : TYPES,
    inSight: domainIn(params),
  }
}

/** What both the entries and the density are asked for. */
export const choiceOf = ({ about, types }: TimelineState) => ({
  ...(about.length > 0 && { about: [...about] }),
  ...(types.length < TYPES.length && { types: [...types] }),
})

export const variablesOf = (state: TimelineState): VariablesOf<typeof timelineQuery> => ({
  ...choiceOf(state),
  ...(state.inSight && windowParams(state.inSight)),
})

export function settingVariablesOf(state: TimelineState): VariablesOf<typeof settingQuery> {
  const about = [...state.about]
  return {
    ...variablesOf(state),
    ...(about.length > 0 && { filter: { about } }),
    subjects: about,
    isAbout: about.length > 0,
  }
}

export const windowParams = ([from, until]: Domain) => ({ from: stamp(from), until: stamp(until) })
