import { type LinkType, linkTypes } from '../vocabulary.ts'

/** The ties of one type as pairs of entity ids, those with the most evidence first. */
export interface Bundle {
  readonly type: LinkType
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** A tie between two entities: in its true direction where it has one, and otherwise as it was come upon. */
export interface Tie {
  readonly type: LinkType
  readonly fromId: number
  readonly toId: number
}

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

/**
 * All ties between entities, in memory: ten bytes a tie and sixteen an entity. Nodes are numbered from 0 in the order
 * of their ids. A row is sorted by the strength of its ties: by type in the order of
 * LinkType, and then by the evidence.
 *
 * That actors take part in the same event is not stored for each two of them, which would be millions of ties for one
 * event of thousands: each is tied to a hub, which stands for the event behind all the entities and is no stop on a way.
 */
export class Adjacency {
  readonly #ids: Float64Array
  readonly #offsets: Uint32Array
  readonly #targets: Uint32Array
  readonly #kinds: Uint8Array
  readonly #step: () => void

  /** `ids` ascend. `step` is called for each tie that is looked at, and may throw. */
  constructor(ids: readonly number[], bundles: readonly Bundle[], step: () => void) {
    this.#ids = Float64Array.from(ids)
    this.#step = step
    const numbers = new Map(ids.map((id, index) => [id, index]))
    const numbered = bundles.map((bundle) => numberedBy(numbers, bundle))
    this.#offsets = offsetsOf(2 * ids.length, numbered)
    const ties = this.#offsets[2 * ids.length] as number
    this.#targets = new Uint32Array(ties)
    this.#kinds = new Uint8Array(ties)
    this.#fill(numbered)
  }

  /** How many numbers there are for nodes, hubs included. */
  get size(): number {
    return 2 * this.#ids.length
  }

  isHub(node: number): boolean {
    return node >= this.#ids.length
  }

  idOf(node: number): number {
    return this.#ids[node] as number
  }

  /** -1 where there is no such entity. */
  nodeOf(id: number): number {
    let [low, high] = [0, this.#ids.length - 1]
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.#ids[middle] as number
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  tie(node: number, other: number, kind: number): Tie {
    const [from, to] = kind & REVERSED ? [other, node] : [node, other]
    return { type: linkTypes[kind & TYPE] as LinkType, fromId: this.idOf(from), toId: this.idOf(to) }
  }

  /** A node's own row, hubs among the others. */
  row(node: number, through: number, visit: Visit): boolean {
    const end = this.#offsets[node + 1] as number
    for (let index = this.#offsets[node] as number; index < end; index++) {
      this.#step()
      const kind = this.#kinds[index] as number
      if (through & (1 << (kind & TYPE)) && visit(this.#targets[index] as number, kind)) return true
    }
    return false
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

  #fill(bundles: readonly Numbered[]): void {
    const next = this.#offsets.slice()
    const put = (node: number, other: number, kind: number) => {
      const at = next[node] as number
      next[node] = at + 1
      this.#targets[at] = other
      this.#kinds[at] = kind
    }
    for (const { kind, heads, tails } of bundles) {
      const back = isDirected(linkTypes[kind] as LinkType) ? kind | REVERSED : kind
      for (let index = 0; index < heads.length; index++) {
        put(heads[index] as number, tails[index] as number, kind)
        put(tails[index] as number, heads[index] as number, back)
      }
    }
  }
}

interface Numbered {
  readonly kind: number
  readonly heads: Uint32Array
  readonly tails: Uint32Array
}

const always = () => true

/** The nodes of a bundle's ids. What is tied to an entity that is gone meanwhile is left out. */
function numberedBy(numbers: ReadonlyMap<number, number>, { type, from, to }: Bundle): Numbered {
  const [heads, tails] = [new Uint32Array(from.length), new Uint32Array(from.length)]
  const hubs = type === 'PARTICIPATES_WITH' ? numbers.size : 0
  let length = 0
  for (let index = 0; index < from.length; index++) {
    const head = numbers.get(from[index] as number)
    const tail = numbers.get(to[index] as number)
    if (head === undefined || tail === undefined) continue
    heads[length] = head
    tails[length++] = tail + hubs
  }
  return { kind: linkTypes.indexOf(type), heads: heads.subarray(0, length), tails: tails.subarray(0, length) }
}

/** Where each node's row begins, and behind the last of them where it ends. */
function offsetsOf(nodes: number, bundles: readonly Numbered[]): Uint32Array {
  const offsets = new Uint32Array(nodes + 1)
  for (const { heads, tails } of bundles)
    for (const ends of [heads, tails])
      for (const node of ends) offsets[node + 1] = (offsets[node + 1] as number) + 1
  for (let node = 0; node < nodes; node++)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number)
  return offsets
}
