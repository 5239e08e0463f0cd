import { type LinkType, linkTypes } from '../vocabulary.ts'

/** A tie between two entities: in its true direction where it has one, and otherwise as it was come upon. */
export interface Tie {
  readonly type: LinkType
  readonly fromId: number
  readonly toId: number
}

/**
 * The ties of one type that each of these nodes has, the strongest first. A tie is a number: the other node doubled, and
 * one more if it leads from there to here.
 */
export type ReadRows = (type: LinkType, nodes: readonly number[]) => ReadonlyMap<number, Row>
export type Row = ArrayLike<number>

/** Called for each tie of a node; true ends the walk. */
export type Visit = (other: number, kind: number) => boolean

const directed: readonly LinkType[] = ['SPEAKS_ABOUT', 'AFFILIATED']

export const isDirected = (type: LinkType): boolean => directed.includes(type)

/** In a tie's kind, if its type has a direction: it leads from the other node to this one. The lower bits are its type. */
const REVERSED = 8
const TYPE = 7

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
 * That actors take part in the same event is not stored for each two of them, which would be millions of ties for one
 * event of thousands: each is tied to a hub, which stands for the event behind all the entities and is no stop on a way.
 */
export class Adjacency {
  readonly #entities: number
  readonly #read: ReadRows
  readonly #step: () => void
  readonly #rows = linkTypes.map(() => new Map<number, Row>())

  /** `entities` is beyond all their ids: there the hubs begin. `step` is called for each tie that is looked at, and may throw. */
  constructor(entities: number, read: ReadRows, step: () => void) {
    this.#entities = entities
    this.#read = read
    this.#step = step
  }

  /** How many numbers there are for nodes, hubs included. */
  get size(): number {
    return 2 * this.#entities
  }

  isHub(node: number): boolean {
    return node >= this.#entities
  }

  tie(node: number, other: number, kind: number): Tie {
    const [fromId, toId] = kind & REVERSED ? [other, node] : [node, other]
    return { type: linkTypes[kind & TYPE] as LinkType, fromId, toId }
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
      const back = isDirected(type) ? REVERSED : 0
      const row = this.#rowOf(index, node)
      for (let at = 0; at < row.length; at++) {
        this.#step()
        const tie = row[at] as number
        if (visit(tie >>> 1, tie & 1 ? index | back : index)) return true
      }
      return false
    })
  }

  /**
   * The entities tied to a node, the strongest ties first; one that is tied in several ways comes several times, and
   * behind a hub the node itself comes too. A hub that `enter` refuses is passed by.
   */
  each(node: number, through: number, visit: Visit, enter: (hub: number) => boolean = always): boolean {
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
    for (const node of nodes) this.#rows[index]?.set(node, found.get(node) ?? NONE)
  }
}

const NONE: Row = []
const HUBS = maskOf(['PARTICIPATES_WITH'])
const always = () => true
