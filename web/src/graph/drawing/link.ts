import { type LinkType, linkTypes, type ParticipantRole } from '../../../../src/values/vocabulary.ts'
import { counted } from '../../kit/words.ts'
import { nodeCells } from '../../list/cells.ts'
import type { Row } from '../../list/file.ts'

/** Two who agree on one claim and conflict on another are neither: they have a line and a word of their own. */
export const DRAWN_TYPES = [...linkTypes, 'MIXED_SIDES'] as const
export type DrawnType = (typeof DRAWN_TYPES)[number]

/** A link as the API has it. */
export interface ApiLink {
  readonly type: LinkType
  readonly role: ParticipantRole | null
  readonly agree: number | null
  readonly conflict: number | null
  readonly evidenceCount: number
  readonly from: { readonly slug: string }
  readonly to: { readonly slug: string }
}

export interface GraphLink {
  readonly type: DrawnType
  readonly from: string
  readonly to: string
  /** Of a participation. */
  readonly role?: ParticipantRole
  /** Of those who take sides: on how many claims the same one, and on how many opposite ones. */
  readonly agree?: number
  readonly conflict?: number
  /** On how many statements, events or claims it rests. */
  readonly weight: number
}

const words: Readonly<Record<DrawnType, string>> = {
  TOLD: 'told',
  QUOTED_VIA: 'is quoted via',
  SPEAKS_ABOUT: 'speaks about',
  AFFILIATED: 'belongs to',
  PARTICIPATES_IN: 'takes part in',
  PARTICIPATES_WITH: 'has the same role in an event as',
  SAME_SIDE: 'on the same side as',
  OPPOSITE_SIDE: 'on the opposite side of',
  MIXED_SIDES: 'sometimes with, sometimes against',
}

const roleLinkWords: Readonly<Record<ParticipantRole, string>> = {
  INITIATOR: 'initiator of',
  TARGET: 'target of',
  PARTY: 'party to',
  AFFECTED: 'affected by',
}

/** What a type of link is called where no single one is meant. */
export const typeWords = (type: DrawnType): string => words[type]

/** What stands between the names of its two ends. */
export function linkWords({ type, role }: Pick<GraphLink, 'type' | 'role'>): string {
  if (!role) return words[type]
  return type === 'PARTICIPATES_IN' ? roleLinkWords[role] : `${roleLinkWords[role]} the same event as`
}

/** What follows the names: of sides, on how many claims, the fewer as well as the more. */
export function linkTail({ type, agree = 0, conflict = 0 }: GraphLink): string {
  if (type === 'SAME_SIDE') return `, on ${counted(agree, 'claim')}`
  if (type === 'OPPOSITE_SIDE') return `, on ${counted(conflict, 'claim')}`
  return type === 'MIXED_SIDES' ? `: same side on ${counted(agree, 'claim')}, opposite on ${conflict}` : ''
}

/** What is written on the line itself, where there is room. */
export function lineWord({ type, role, agree, conflict }: GraphLink): string | null {
  if (type === 'MIXED_SIDES') return `${agree} with, ${conflict} against`
  return type === 'PARTICIPATES_IN' && role ? roleLinkWords[role] : null
}

const directed: readonly DrawnType[] = ['TOLD', 'QUOTED_VIA', 'SPEAKS_ABOUT', 'AFFILIATED', 'PARTICIPATES_IN']

/** The others read the same from either end. */
export const hasDirection = (type: DrawnType): boolean => directed.includes(type)

export function linkKey({ type, role, from, to }: GraphLink): string {
  const [first, second] = hasDirection(type) || from < to ? [from, to] : [to, from]
  return [type, ...(role ? [role] : []), first, second].join(' ')
}

/** As the page shows it: sides by both of their counts. */
export function linkOf({ type, role, agree, conflict, evidenceCount, from, to }: ApiLink): GraphLink {
  const ends = { from: from.slug, to: to.slug, ...(role && { role }) }
  if (agree === null || conflict === null) return { type, ...ends, weight: evidenceCount }
  return sidesOf(ends, agree, conflict)
}

/** The one link of two who take sides. */
export function sidesOf(ends: Pick<GraphLink, 'from' | 'to'>, agree: number, conflict: number): GraphLink {
  const type = conflict === 0 ? 'SAME_SIDE' : agree === 0 ? 'OPPOSITE_SIDE' : 'MIXED_SIDES'
  return { type, ...ends, agree, conflict, weight: agree + conflict }
}

/** Each once: the two links of a mixed pair become one. */
export const linksOf = (links: readonly ApiLink[]): GraphLink[] => [
  ...new Map(links.map(linkOf).map((link) => [linkKey(link), link])).values(),
]

/** As what the API has it. */
export const apiTypes = (type: DrawnType): LinkType[] =>
  type === 'MIXED_SIDES' ? ['SAME_SIDE', 'OPPOSITE_SIDE'] : [type]

/** What is left out takes a mixed pair with it only where both of its sides are. */
export const isOmitted = (type: DrawnType, omitted: readonly LinkType[]): boolean =>
  apiTypes(type).every((each) => omitted.includes(each))

/** A link in a file. */
export function linkRow({ type, role, weight, agree, conflict, ...ends }: GraphLink, nodes: NamedNodes): Row {
  const named = (slug: string) => nodes.find((node) => node.slug === slug) ?? { slug }
  return {
    link: type,
    role: role ?? null,
    ...nodeCells('from', named(ends.from)),
    ...nodeCells('to', named(ends.to)),
    weight,
    agree: agree ?? null,
    conflict: conflict ?? null,
  }
}
type NamedNodes = readonly { readonly slug: string; readonly name: string }[]
