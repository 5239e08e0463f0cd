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

/** The ties of one type that each of these nodes has, packed, the strongest first. */
export type ReadRows = (type: LinkType, nodes: readonly number[]) => ReadonlyMap<number, Row>
export type Row = ArrayLike<number>

/** Called for each tie of a node; true ends the walk. */
export type Visit = (other: number, kind: number) => boolean

const directed: readonly LinkType[] = ['TOLD', 'QUOTED_VIA', 'SPEAKS_ABOUT', 'AFFILIATED', 'PARTICIPATES_IN']
const withRole: readonly LinkType[] = ['PARTICIPATES_IN', 'PARTICIPATES_WITH']

export const isDirected = (type: LinkType): boolean => directed.includes(type)

/** A tie's kind: four bits for the place of its type in `linkTypes`, one that it is reversed, and two for the role. */
const TYPE = 15
const REVERSED = 16
const ROLE = 32

/** Whether the tie leads from the other node to this one matters only where its type has a direction. */
function kindOf(type: number, tie: number, isDirected: boolean): number {
  const reversed = isDirected && tie & 1 ? REVERSED : 0
  return type | reversed | (((tie >>> 1) & 3) * ROLE)
}

/** Types of tie as bits, so that a loop can tell at once whether a tie is wanted. */
export const maskOf = (types: readonly LinkType[] | null | undefined): number =>
  (types ?? linkTypes).reduce((mask, type) => mask | (1 << linkTypes.indexOf(type)), 0)

/** How many rows are read at once: enough to be fast, and few enough for a deadline to be kept between them. */
const ROWS_AT_ONCE = 64

/**
 * The ties between entities, as far as they have been asked for: a row of them for each node and type, read when it is
 * first walked and kept. A node's rows are walked by the strength of its ties: by type in the order of LinkType, and
 * then by the evidence. An entity's node is its id.
 *
 * That actors take part in the same event in the same role is not stored for each two of them, which would be millions of
 * ties for one event of thousands: each is tied to a hub, which stands for the event and the role behind all the entities
 * and is no stop on a way.
 */
export class Adjacency {
  readonly #entities: number
  readonly #read: ReadRows
  readonly #step: () => void
  readonly #asOf: number | null
  readonly #rows = linkTypes.map(() => new Map<number, Row>())

  /** `entities` is beyond all their ids: there the hubs begin. `step` is called for each tie that is looked at, and may throw. */
  constructor(entities: number, read: ReadRows, step: () => void, asOf: number | null = null) {
    this.#entities = entities
    this.#read = read
    this.#step = step
    this.#asOf = asOf
  }

  /** How many numbers there are for nodes, hubs included. */
  get size(): number {
    return (1 + participantRoles.length) * this.#entities
  }

  isHub(node: number): boolean {
    return node >= this.#entities
  }

  tie(node: number, other: number, kind: number): Tie {
    const [fromId, toId] = kind & REVERSED ? [other, node] : [node, other]
    const type = linkTypes[kind & TYPE] as LinkType
    const role = withRole.includes(type) ? (participantRoles[kind >>> 5] ?? null) : null
    return { type, fromId, toId, role, asOf: this.#asOf }
  }

  /** Reads together what is about to be walked, behind hubs too: row by row would take much longer. */
  fetch(nodes: readonly number[], through: number): void {
    this.#fetchUnread(nodes, through)
    if (through & HUBS) this.#fetchUnread(this.#hubsOf(nodes), HUBS)
  }

  /** A node's own row, hubs among the others. */
  row(node: number, through: number, visit: Visit): boolean {
    const wanted = this.isHub(node) ? through & HUBS : through
    return linkTypes.some((type, index) => {
      if (!(wanted & (1 << index))) return false
      const directed = isDirected(type)
      const row = this.#rowOf(index, node)
      for (let at = 0; at < row.length; at++) {
        this.#step()
        const tie = row[at] as number
        if (visit(tie >>> 3, kindOf(index, tie, directed))) return true
      }
      return false
    })
  }

  /**
   * The entities tied to a node, the strongest ties first; one that is tied in several ways comes several times, and
   * behind a hub the node itself comes too. A hub that `enter` refuses is passed by.
   */
  each(node: number, through: number, visit: Visit, enter: (hub: number) => boolean = enterAlways): boolean {
    return this.row(node, through, (other, kind) => {
      if (!this.isHub(other)) return visit(other, kind)
      return enter(other) && this.row(other, through, visit)
    })
  }

  #hubsOf(nodes: readonly number[]): number[] {
    const hubs = new Set<number>()
    for (const node of nodes) this.row(node, HUBS, (hub) => this.isHub(hub) && hubs.add(hub) === null)
    return [...hubs]
  }

  #fetchUnread(nodes: readonly number[], through: number): void {
    for (const [index, rows] of this.#rows.entries()) {
      if (!(through & (1 << index))) continue
      const unread = nodes.filter((node) => !rows.has(node))
      for (let at = 0; at < unread.length; at += ROWS_AT_ONCE)
        this.#fetch(index, unread.slice(at, at + ROWS_AT_ONCE))
    }
  }

  #rowOf(index: number, node: number): Row {
    const rows = this.#rows[index] as Map<number, Row>
    const known = rows.get(node)
    if (known) return known
    this.#fetch(index, [node])
    return rows.get(node) as Row
  }

  #fetch(index: number, nodes: readonly number[]): void {
    const found = this.#read(linkTypes[index] as LinkType, nodes)
    for (const node of nodes) this.#rows[index]?.set(node, found.get(node) ?? NO_TIES)
  }
}

const NO_TIES: Row = []
const HUBS = maskOf(['PARTICIPATES_WITH'])
const enterAlways = () => true
