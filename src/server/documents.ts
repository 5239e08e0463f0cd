import type { DocumentNode } from 'graphql'
import { Lru } from '../values/lru.ts'

/** The characters of documents that are kept. What is made of them takes up to two hundred times as many bytes. */
const KEPT_CHARACTERS = 500_000
/** One that is longer would take the place of too many others. */
const LONGEST_DOCUMENT = 20_000

interface KeptDocument {
  readonly document: DocumentNode
  readonly length: number
}

/** Documents that were answered, parsed and found valid, for when they come again. What is refused is not among them. */
export class Documents {
  readonly #kept: Lru<string, KeptDocument>
  readonly #valid = new WeakSet<DocumentNode>()

  constructor(characters = KEPT_CHARACTERS) {
    this.#kept = new Lru<string, KeptDocument>(
      characters,
      (source) => source.length <= LONGEST_DOCUMENT,
      ({ length }) => length,
    )
  }

  get(source: string): DocumentNode | null {
    return this.#kept.get(source)?.document ?? null
  }

  isValid(document: DocumentNode): boolean {
    return this.#valid.has(document)
  }

  /** Remembers a document that was answered. */
  keep(source: string, document: DocumentNode): void {
    if (this.#valid.has(document)) return
    this.#valid.add(document)
    this.#kept.set(source, { document, length: source.length })
  }

  /** The characters that are kept. */
  get characters(): number {
    return this.#kept.weight
  }
}
