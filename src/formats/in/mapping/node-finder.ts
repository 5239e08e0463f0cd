import type { Fields } from '../../../dossier/fields.ts'
import { foldedName } from '../../../text/fold.ts'
import { nodeKinds, type Section } from '../../../values/node-kinds.ts'
import type { KnownNodes, NameableType } from '../known-nodes.ts'
import type { RecordItems } from '../record-items.ts'
import { shortHash, slugOfText } from './slug-rule.ts'
import { type FindableType, findableTypes } from './value-schema.ts'

/** What a kind of node is called by. */
const nameFields = { place: 'name', actor: 'name', event: 'name', source: 'title', claim: 'text' } as const

/** The field of an item by which a text names it. */
export const nameFieldOf = (type: FindableType): string => nameFields[type]

export const sectionOfFindable = (type: FindableType): Section => nodeKinds[typeOf(type)].many
const typeOf = (type: FindableType): NameableType => type.toUpperCase() as NameableType

/** The kind that a section's items can be found as; undefined of statements and assessments. */
export const findableIn = (section: Section): FindableType | undefined =>
  findableTypes.find((type) => sectionOfFindable(type) === section)

/** What is looked up: a text, and what it is of the node. */
export interface NodeQuery {
  readonly type: FindableType
  /** `name`, `slug`, `url`, or a scheme of links. */
  readonly by: string
  readonly text: string
}

/** Finds what a text names: among the items that a table gave so far, and in the graph. */
export class TableNodeFinder {
  readonly #nodes: KnownNodes
  readonly #items: RecordItems
  readonly #found = new Map<string, string>()

  constructor(nodes: KnownNodes, items: RecordItems) {
    this.#nodes = nodes
    this.#items = items
  }

  /** The slug of what is found; undefined where nothing is. */
  find(query: NodeQuery): string | undefined {
    const key = keyOf(query)
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const slug = this.#inGraph(query)
    if (slug !== undefined) this.#found.set(key, slug)
    return slug
  }

  /** Remembers what a query leads to. */
  note(query: NodeQuery, slug: string): void {
    this.#found.set(keyOf(query), slug)
  }

  /** Remembers an item by what it can be found by. What came first is found. */
  noteItem(type: FindableType, fields: Fields): void {
    const { slug } = fields
    if (typeof slug !== 'string') return
    for (const [by, text] of namesOf(type, fields)) {
      const key = keyOf({ type, by, text })
      if (!this.#found.has(key)) this.#found.set(key, slug)
    }
  }

  /** A slug that neither the table nor the graph has: made of a name, and of its hash where another has taken that. */
  freeSlug(type: FindableType, name: string): string {
    const slug = slugOfText(name)
    return this.#isTaken(type, slug, name)
      ? `${slug.slice(0, 90)}-${shortHash(`${type} ${foldedName(name)}`, 6)}`
      : slug
  }

  /** Whether the graph has a node of that kind and slug. */
  isKnown(type: FindableType, slug: string): boolean {
    return this.#nodes.typeOf(typeOf(type), slug) === typeOf(type)
  }

  /** Whether it has it from an import of other files, or will have it from a file before this one. */
  isOfOthers(type: FindableType, slug: string, file: string): boolean {
    return (
      this.#items.isOfEarlierFile(sectionOfFindable(type), slug) ||
      this.#nodes.isOfOthers(typeOf(type), slug, file)
    )
  }

  /** What a file before this one has by that name as well is the same, and leaves its slug free to be named. */
  #isTaken(type: FindableType, slug: string, name: string): boolean {
    const section = sectionOfFindable(type)
    if (this.#items.has(section, slug) || this.#nodes.typeOf(typeOf(type), slug) !== undefined) return true
    const earlier = this.#items.earlier(section, slug)
    if (earlier === undefined) return false
    const itsName = String(earlier.fields[nameFieldOf(type)])
    return earlier.section !== section || foldedName(itsName) !== foldedName(name)
  }

  #inGraph({ type, by, text }: NodeQuery): string | undefined {
    if (by === 'slug')
      return this.isKnown(type, text) || this.#items.has(sectionOfFindable(type), text) ? text : undefined
    if (by === 'name') return this.#nodes.named(typeOf(type), text)
    const slug = this.#nodes.linked(by, text)
    return slug !== undefined && this.isKnown(type, slug) ? slug : undefined
  }
}

const keyOf = ({ type, by, text }: NodeQuery): string =>
  `${type} ${by} ${by === 'name' ? foldedName(text.trim()) : text}`

/** What an item can be found by: its names, its address and its links. */
function* namesOf(type: FindableType, fields: Fields): Generator<[by: string, text: string]> {
  for (const text of textsIn(fields[nameFieldOf(type)])) yield ['name', text]
  for (const text of textsIn(fields.labels)) yield ['name', text]
  for (const text of textsIn(fields.url)) yield ['url', text]
  for (const [scheme, values] of Object.entries(fields.links ?? {}))
    for (const text of textsIn(values)) yield [scheme, text]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
