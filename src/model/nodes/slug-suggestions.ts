import { type KeyTable, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import type { SlugOfNode } from './all-slugs.ts'
import { nearest } from './nearest.ts'

/** Comparisons that all suggestions of one request may cost together; in a large graph only the first get some. */
const COMPARISONS = 3_000_000

/** Where all slugs of a kind are had from. */
interface SlugSource {
  all(table: KeyTable): readonly SlugOfNode[]
}

/** The slugs that come nearest to what names nothing. They are read once, however much of one request names nothing. */
export class SlugSuggestions {
  readonly #slugs: SlugSource
  readonly #more: (type: NodeType) => readonly string[]
  readonly #tables = new Map<KeyTable, readonly SlugOfNode[]>()
  readonly #candidates = new Map<NodeType, readonly string[]>()
  #left = COMPARISONS

  /** @param more Slugs that may be meant beside the graph's, such as those of a file. */
  constructor(slugs: SlugSource, more: (type: NodeType) => readonly string[] = () => []) {
    this.#slugs = slugs
    this.#more = more
  }

  /** Nothing where the comparisons of this request are spent. */
  for(given: string, types: readonly NodeType[]): string[] {
    if (this.#left <= 0) return []
    const candidates = types.flatMap((type) => this.#of(type))
    this.#left -= candidates.length
    return this.#left < 0 ? [] : nearest(given, candidates)
  }

  #of(type: NodeType): readonly string[] {
    const known = this.#candidates.get(type)
    if (known) return known
    const inGraph = this.#all(nodeKinds[type].keyTable).filter((one) => one.type === type)
    const all = [...new Set([...this.#more(type), ...inGraph.map(({ slug }) => slug)])]
    this.#candidates.set(type, all)
    return all
  }

  #all(table: KeyTable): readonly SlugOfNode[] {
    const all = this.#tables.get(table) ?? this.#slugs.all(table)
    this.#tables.set(table, all)
    return all
  }
}
