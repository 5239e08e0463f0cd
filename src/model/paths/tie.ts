import { type LinkType, linkTypes, type ParticipantRole, participantRoles } from '../../values/vocabulary.ts'

/** A tie between two entities: in its true direction where it has one, and otherwise as it was come upon. */
export interface Tie {
  readonly type: LinkType
  readonly fromId: number
  readonly toId: number
  /** In which role the one takes part, or both take part alike; null of every tie that is no participation. */
  readonly role: ParticipantRole | null
  /** The time as of which it was found, in Unix milliseconds; null is now. */
  readonly asOf: number | null
}

/**
 * A tie in a node's row is one number, so that a row is an array of integers: from the highest bits to the lowest the
 * other node, the place of the role in `participantRoles` (2 bits), and whether it leads from there to here (1 bit).
 */
export const packedTie = (other: number, isReversed = false, role = 0): number =>
  other * 8 + role * 2 + (isReversed ? 1 : 0)

const directed: readonly LinkType[] = ['TOLD', 'QUOTED_VIA', 'SPEAKS_ABOUT', 'AFFILIATED', 'PARTICIPATES_IN']
const withRole: readonly LinkType[] = ['PARTICIPATES_IN', 'PARTICIPATES_WITH']

export const isDirected = (type: LinkType): boolean => directed.includes(type)

/** A tie's kind: four bits for the place of its type in `linkTypes`, one that it is reversed, and two for the role. */
const TYPE = 15
const REVERSED = 16
const ROLE = 32

/** Whether the tie leads from the other node to this one matters only where its type has a direction. */
export function kindOf(type: number, tie: number, isDirected: boolean): number {
  const reversed = isDirected && tie & 1 ? REVERSED : 0
  return type | reversed | (((tie >>> 1) & 3) * ROLE)
}

/** Types of tie as bits, so that a loop can tell at once whether a tie is wanted. */
export const maskOf = (types: readonly LinkType[] | null | undefined): number =>
  (types ?? linkTypes).reduce((mask, type) => mask | (1 << linkTypes.indexOf(type)), 0)

/** The tie of this kind that a node has to another. */
export function tieOfKind(node: number, other: number, kind: number, asOf: number | null): Tie {
  const [fromId, toId] = kind & REVERSED ? [other, node] : [node, other]
  const type = linkTypes[kind & TYPE] as LinkType
  const role = withRole.includes(type) ? (participantRoles[kind >>> 5] ?? null) : null
  return { type, fromId, toId, role, asOf }
}
