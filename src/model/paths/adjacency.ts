import { type Answer, allAnswers, mapAnswer } from '../../sql/engine.ts'
import { type LinkType, linkTypes, participantRoles } from '../../values/vocabulary.ts'
import { isDirected, kindOf, maskOf, type Tie, tieOfKind } from './tie.ts'

/** The ties of one type that each of these nodes has, packed, the strongest first. */
export type ReadRows = (type: LinkType, nodes: readonly number[]) => Answer<ReadonlyMap<number, Row>>
export type Row = ArrayLike<number>

/** Called for each tie of a node, and its place among those of its type; true ends the walk. */
export type Visit = (other: number, kind: number, place: number) => boolean

/** Thrown by a walk that comes to rows which are still on their way: it is begun again when they are there. */
export class RowsAwaited extends Error {
  readonly rows: Answer<unknown>

  constructor(rows: Answer<unknown>) {
    super('Rows of ties are not there yet.')
    this.rows = rows
  }
}

/** Thrown by a walk that comes to rows which have not been read, and may not be now. */
class RowsUnread extends Error {}

/** So many ties that are only passed count as one that is looked at. */
const TIES_PER_STEP = 64

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
  /** Of zeros, one for each node. */
  readonly #tables: Uint8Array[] = []
  #mayRead = true

  /** `entities` is beyond all their ids: there the hubs begin. `step` is called as ties are looked at, and may throw. */
  constructor(entities: number, read: ReadRows, step: () => void, asOf: number | null = null) {
    this.#entities = entities
    this.#read = read
    this.#step = step
    this.#asOf = asOf
  }

  /** A table of a zero for each node, hubs included; to be taken back when it is so again. */
  lendTable(): Uint8Array {
    return this.#tables.pop() ?? new Uint8Array((1 + participantRoles.length) * this.#entities)
  }

  takeBackTable(table: Uint8Array): void {
    this.#tables.push(table)
  }

  isHub(node: number): boolean {
    return node >= this.#entities
  }

  tie(node: number, other: number, kind: number): Tie {
    return tieOfKind(node, other, kind, this.#asOf)
  }

  /** What `work` comes to where all the rows that it passes have been read before; null where others are wanted, and nothing is read. */
  amongReadRows<T>(work: (graph: Adjacency) => T): { readonly result: T } | null {
    this.#mayRead = false
    try {
      return { result: work(this) }
    } catch (error) {
      if (error instanceof RowsUnread) return null
      throw error
    } finally {
      this.#mayRead = true
    }
  }

  /** Reads together what is about to be walked, behind hubs too: row by row would take much longer. */
  fetch(nodes: readonly number[], through: number): void {
    this.fetchRows(nodes, through)
    if (through & HUBS) this.fetchRows(this.#hubsOf(nodes), HUBS)
  }

  /** Reads together the nodes' own rows, and none behind hubs. */
  fetchRows(nodes: readonly number[], through: number): void {
    const reads: Answer<void>[] = []
    for (const [index, rows] of this.#rows.entries()) {
      if (!(through & (1 << index))) continue
      const unread = nodes.filter((node) => !rows.has(node))
      for (let at = 0; at < unread.length; at += ROWS_AT_ONCE)
        reads.push(this.#fetch(index, unread.slice(at, at + ROWS_AT_ONCE)))
    }
    if (reads.some((read) => read instanceof Promise)) throw new RowsAwaited(allAnswers(reads))
  }

  /** Whether a node's own rows of these types have been read. */
  isRead(node: number, through: number): boolean {
    return this.#rows.every((rows, index) => !(through & (1 << index)) || rows.has(node))
  }

  /** A node's own row, hubs among the others. */
  row(node: number, through: number, visit: Visit): boolean {
    const wanted = this.isHub(node) ? through & HUBS : through
    return linkTypes.some((type, index) => {
      if (!(wanted & (1 << index))) return false
      const directed = isDirected(type)
      const row = this.#rows[index]?.get(node) ?? this.#fetchedRow(index, node, wanted)
      for (let at = 0; at < row.length; at++) {
        this.#step()
        const tie = row[at] as number
        if (visit(tie >>> 3, kindOf(index, tie, directed), at)) return true
      }
      return false
    })
  }

  /**
   * The kind of a node's first tie to another; null where it has none.
   *
   * @param count Told how many ties were looked at.
   */
  kindBetween(node: number, other: number, through: number, count: (ties: number) => void): number | null {
    for (const index of linkTypes.keys()) {
      if (!(through & (1 << index))) continue
      const row = this.#rows[index]?.get(node) ?? this.#fetchedRow(index, node, through)
      const kind =
        index === HUB_TYPE
          ? this.#kindBehindHubs(node, other, count)
          : this.#kindInRow(index, row, other, count)
      if (kind !== null) return kind
    }
    return null
  }

  /** By a loop that calls nothing for most ties: busy nodes have thousands. */
  #kindInRow(index: number, row: Row, other: number, count: (ties: number) => void): number | null {
    let at = 0
    for (; at < row.length && (row[at] as number) >>> 3 !== other; at++)
      if (at % TIES_PER_STEP === 0) this.#step()
    count(Math.min(at + 1, row.length))
    if (at === row.length) return null
    return kindOf(index, row[at] as number, isDirected(linkTypes[index] as LinkType))
  }

  #kindBehindHubs(node: number, other: number, count: (ties: number) => void): number | null {
    let found: number | null = null
    this.each(node, HUBS, (next, kind) => {
      count(1)
      if (next !== other) return false
      found = kind
      return true
    })
    return found
  }

  /**
   * The entities tied to a node, the strongest ties first; one that is tied in several ways comes several times, and
   * behind a hub the node itself comes too. A hub that `enter` refuses is passed by. With a hub's row those of the next hubs
   * are read: ever more of them, the longer the walk goes on.
   */
  each(node: number, through: number, visit: Visit, enter: (hub: number) => boolean = enterAlways): boolean {
    if (!(through & HUBS)) return this.row(node, through, visit)
    let ahead = 1
    return this.row(node, through, (other, kind, place) => {
      if (!this.isHub(other)) return visit(other, kind, place)
      if (!enter(other)) return false
      if (!this.#isHubRead(other)) {
        this.fetchRows(this.#nextHubs(node, place, ahead), HUBS)
        ahead = Math.min(2 * ahead, ROWS_AT_ONCE)
      }
      return this.row(other, through, visit)
    })
  }

  /** So many hubs of a node, from a place on, whose rows have not been read. */
  #nextHubs(node: number, place: number, most: number): number[] {
    const row = this.#rows[HUB_TYPE]?.get(node) ?? NO_TIES
    const hubs: number[] = []
    for (let at = place; at < row.length && hubs.length < most; at++) {
      const hub = (row[at] as number) >>> 3
      if (!this.#isHubRead(hub)) hubs.push(hub)
    }
    return hubs
  }

  #isHubRead(hub: number): boolean {
    return this.#rows[HUB_TYPE]?.has(hub) ?? false
  }

  #hubsOf(nodes: readonly number[]): number[] {
    const hubs = new Set<number>()
    for (const node of nodes) this.row(node, HUBS, (hub) => this.isHub(hub) && hubs.add(hub) === null)
    return [...hubs]
  }

  #fetchedRow(index: number, node: number, through: number): Row {
    this.fetchRows([node], through)
    return this.#rows[index]?.get(node) ?? NO_TIES
  }

  #fetch(index: number, nodes: readonly number[]): Answer<void> {
    if (!this.#mayRead) throw new RowsUnread()
    return mapAnswer(this.#read(linkTypes[index] as LinkType, nodes), (found) => {
      for (const node of nodes) this.#rows[index]?.set(node, found.get(node) ?? NO_TIES)
    })
  }
}

const NO_TIES: Row = new Uint32Array(0)
const HUBS = maskOf(['PARTICIPATES_WITH'])
const HUB_TYPE = linkTypes.indexOf('PARTICIPATES_WITH')
const enterAlways = () => true
