import { gql } from '@urql/core'
import type { TadaDocumentNode } from 'gql.tada'
import { type Domain, stamp } from './domain.ts'
import { ticksOf } from './ticks.tsx'
import { type TimelineType, TYPES } from './timeline-state.ts'

type Counted = Record<string, { readonly totalCount: number }>
type Asked = TadaDocumentNode<Counted, Record<string, unknown>>

/** A stretch of time, and how many of each type may lie in it. */
export interface Bin {
  readonly domain: Domain
  readonly counts: Readonly<Record<TimelineType, number>>
}

/** Each stretch is counted by itself, which takes the longer the more there is: a large graph gets fewer of them. */
const binsFor = (total: number): number => Math.min(Math.max(Math.floor(3e6 / total), 6), 24)
/** Two counts each, and the API takes a hundred. */
const MOST = 48

/** Whole hours, days, months or years, and at both ends what is left of them. */
export function binsIn(domain: Domain, total: number): Domain[] {
  const inner = ticksOf(domain, binsFor(total))
    .filter((tick) => tick > domain[0] && tick < domain[1])
    .slice(0, MOST - 1)
  const edges = [domain[0], ...inner, domain[1]]
  return edges.slice(1).map((until, index) => [edges[index] as number, until] as const)
}

const documents = new Map<number, Asked>()

/** How many there are in so many stretches, in one request. */
export function densityDocument(count: number): Asked {
  const known = documents.get(count)
  if (known) return known
  const indexes = Array.from({ length: count }, (_, index) => index)
  const given = indexes.map((index) => `$from${index}: EDTF, $until${index}: EDTF`).join(', ')
  const fields = indexes.flatMap((index) =>
    TYPES.map(
      (type) =>
        `${type}${index}: timeline(about: $about, types: [${type}], from: $from${index}, until: $until${index}, first: 0) { totalCount }`,
    ),
  )
  const document = gql(`query Density($about: [ID!], ${given}) {\n${fields.join('\n')}\n}`) as Asked
  documents.set(count, document)
  return document
}

/** A second less, so that what begins with the next stretch is counted there alone. */
export const boundsOf = (bins: readonly Domain[]): Record<string, string> =>
  Object.fromEntries(
    bins.flatMap(([from, until], index) => [
      [`from${index}`, stamp(from)],
      [`until${index}`, stamp(index < bins.length - 1 ? until - 1000 : until)],
    ]),
  )

export const binned = (bins: readonly Domain[], answer: Counted, types: readonly TimelineType[]): Bin[] =>
  bins.map((domain, index) => {
    const count = (type: TimelineType) =>
      types.includes(type) ? (answer[`${type}${index}`]?.totalCount ?? 0) : 0
    return { domain, counts: { EVENT: count('EVENT'), STATEMENT: count('STATEMENT') } }
  })
