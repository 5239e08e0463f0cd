import type { Values } from '../../sql/build.ts'
import type { LinkTable, MergedPair, MergedType } from './merge-steps.ts'

export interface LinkKind {
  /** The columns that name nodes, and of which kinds. */
  readonly ends: Readonly<Record<string, MergedType>>
  /** The other columns that tell one link from another. */
  readonly told: readonly string[]
  /** What else a row has. */
  readonly more: readonly string[]
  /** Whether rows have an id, by which they keep their order. */
  readonly hasId: boolean
}

/** The tables whose rows tie two nodes. A node is tied to another once in each way, and never to itself. */
export const linkKinds: Readonly<Record<LinkTable, LinkKind>> = {
  affiliation: {
    ends: { actor_id: 'ACTOR', organization_id: 'ACTOR' },
    told: ['role', 'title', 'from_edtf', 'until_edtf'],
    more: ['title_word', 'from_earliest', 'from_latest', 'until_earliest', 'until_latest'],
    hasId: true,
  },
  participation: { ends: { actor_id: 'ACTOR', event_id: 'EVENT' }, told: ['role'], more: [], hasId: true },
  claim_relation: { ends: { from_id: 'CLAIM', to_id: 'CLAIM' }, told: ['type'], more: [], hasId: false },
}
export const linkTables = ['affiliation', 'participation', 'claim_relation'] as const satisfies LinkTable[]

/** A link as it is once two nodes are one. */
export function movedLink({ ends }: LinkKind, row: Values, { type, from, into }: MergedPair): Values {
  const moved = Object.entries(ends).flatMap(([end, its]) =>
    its === type && row[end] === from ? [[end, into]] : [],
  )
  return { ...row, ...Object.fromEntries(moved) }
}

/** The same for rows that tie the same nodes in the same way. */
export const linkKey = ({ ends, told }: LinkKind, row: Values): string =>
  JSON.stringify([...Object.keys(ends), ...told].map((column) => row[column] ?? null))

/** Whether a link ties a node to itself. */
export function isLoop({ ends }: LinkKind, link: Values): boolean {
  const [one, other] = Object.entries(ends).map(([end, type]) => `${type} ${link[end]}`)
  return one === other
}

export const endsOf = ({ ends }: LinkKind, link: Values): Values =>
  Object.fromEntries(Object.keys(ends).map((end) => [end, link[end] ?? null]))
