import { createHash } from 'node:crypto'
import { foldedName } from '../../../text/fold.ts'
import { slugify } from '../../../values/id.ts'
import type { KnownNodes } from '../known-nodes.ts'
import type { DnaDocument } from './dna-records.ts'

const hash = (...parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)

const clipped = (text: string): string => slugify(text).slice(0, 40).replace(/-+$/, '')

/** A slug that follows from what a document is called: the same in each import of it. */
export function documentSlug(prefix: string, document: DnaDocument): string {
  const { title, author, source, section, type, day } = document
  return [prefix, clipped(title), hash(title, author, source, section, type, day)].filter(Boolean).join('-')
}

/** A node that a statement names: known to the graph already, or to be made. */
export interface NamedInFile {
  readonly slug: string
  readonly isNew: boolean
}

/** Finds actors and claims by their names, first in the graph; and gives slugs to those that are new. */
export class DnaNames {
  readonly #nodes: KnownNodes
  readonly #found = new Map<string, NamedInFile>()
  readonly #given = new Map<string, string>()

  constructor(nodes: KnownNodes) {
    this.#nodes = nodes
  }

  of(type: 'ACTOR' | 'CLAIM', name: string): NamedInFile {
    const key = `${type} ${foldedName(name)}`
    const found = this.#found.get(key) ?? this.#find(type, name)
    this.#found.set(key, found)
    return found
  }

  #find(type: 'ACTOR' | 'CLAIM', name: string): NamedInFile {
    const known = this.#nodes.named(type, name)
    if (known !== undefined) return { slug: known, isNew: false }
    const plain = slugify(name)
    const isFree = plain !== '' && !this.#given.has(`${type} ${plain}`)
    const slug =
      isFree && this.#nodes.typeOf(type, plain) === undefined
        ? plain
        : [clipped(name), hash(foldedName(name))].filter(Boolean).join('-')
    this.#given.set(`${type} ${slug}`, name)
    return { slug, isNew: true }
  }
}
