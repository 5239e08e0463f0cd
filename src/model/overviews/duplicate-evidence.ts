/** Something that speaks for two nodes being one and the same, or, where its weight is negative, against it. */
export interface Evidence {
  /** In log odds: 3.5 by itself makes it likely, 6 nearly certain. */
  readonly weight: number
  /** A plain sentence, such as `Both are called “Kyiv”.`; null where it is only the ground for others. */
  readonly reason: string | null
}

/** Two nodes, the one with the smaller key first. */
export interface KeyPair {
  readonly a: number
  readonly b: number
}

export const keyPair = (one: number, other: number): KeyPair =>
  one < other ? { a: one, b: other } : { a: other, b: one }

/** Any two nodes are two, until something speaks for their being one. */
const PRIOR = -2

/** How likely two nodes are one, from 0 to 1. */
export const likelihoodOf = (evidence: readonly Evidence[]): number => {
  const sum = evidence.reduce((total, { weight }) => total + weight, PRIOR)
  return Number((1 / (1 + Math.exp(-sum))).toFixed(3))
}

/** Evidence where something is known and holds. */
export const evidenceIf = (holds: boolean, weight: number, reason: () => string): Evidence[] =>
  holds ? [{ weight, reason: reason() }] : []

/** Whether both are known and differ. */
export const bothDiffer = (one: unknown, other: unknown): boolean =>
  one != null && other != null && one !== other

/** Whether both are known and are the same. */
export const bothSame = (one: unknown, other: unknown): boolean => one != null && one === other

/**
 * Puts things that share a key into one block, so that only within blocks is each compared with each. A key that very many
 * have tells nothing: of a block only the latest are looked at.
 */
export class Blocks {
  readonly #blocks = new Map<string, number[]>()

  add(key: string, id: number): void {
    const block = this.#blocks.get(key)
    if (!block) this.#blocks.set(key, [id])
    else if (block.at(-1) !== id) block.push(id)
  }

  /** The pairs within each block; the smallest blocks come first, as what few share tells most. */
  *pairs(largest: number): Iterable<KeyPair> {
    const shared = [...this.#blocks.values()].filter((ids) => ids.length > 1)
    for (const ids of shared.sort((a, b) => a.length - b.length)) {
      const latest = ids.slice(-largest)
      for (const [index, one] of latest.entries())
        for (const other of latest.slice(index + 1)) if (one !== other) yield keyPair(one, other)
    }
  }
}

/** The distinct pairs among these, so many at most. */
export function distinctPairs(pairs: Iterable<KeyPair>, most: number): KeyPair[] {
  const found = new Map<string, KeyPair>()
  for (const pair of pairs) {
    found.set(`${pair.a} ${pair.b}`, pair)
    if (found.size >= most) break
  }
  return [...found.values()]
}
