import { type Stance, stancesIn } from './stance-filter.tsx'

/** What an address may choose statements by, under the names that the API's filter has for it. */
const NAMES = ['by', 'onBehalfOf', 'event', 'source'] as const
export type ChosenName = (typeof NAMES)[number]

export type Chosen = { [name in ChosenName]?: string[] } & { stance?: Stance[] }

/** The part of a filter that stands in the address; what is not chosen is left out. */
export function chosenIn(params: URLSearchParams, names: readonly ChosenName[] = NAMES): Chosen {
  const lists = names.map((name) => [name, params.getAll(name).filter(Boolean)] as const)
  const stance = stancesIn(params)
  return {
    ...Object.fromEntries(lists.filter(([, values]) => values.length > 0)),
    ...(stance.length > 0 && { stance }),
  }
}
