import { sections } from '../../../dossier/sections.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { JsonItems } from '../json/json-items.ts'
import type { KnownNodes, NameableType } from '../known-nodes.ts'
import type { LeftOut } from '../left-out.ts'
import { ownExtension, ownItem } from './own-objects.ts'
import { type NodeMapping, nodeMappings, slugMark, slugOfObject } from './stix-nodes.ts'
import { refIn, type StixContents, type StixObject } from './stix-objects.ts'

/** What an object of a file is in the graph. */
export interface FoundNode {
  readonly type: NodeType
  readonly slug: string
  /** What it is called; empty of what only the graph knows. */
  readonly name: string
}

/** Properties that say nothing about the world: they count as read. */
export const housekeeping: ReadonlySet<string> = new Set([
  ...['type', 'id', 'spec_version', 'created', 'modified', 'revoked', 'confidence', 'lang', 'extensions'],
])

/** Tells which nodes the objects of a file are, and gives those of which the file is the authority. */
export class NodeFinder {
  readonly #contents: StixContents
  readonly #known: KnownNodes
  readonly #items: JsonItems
  readonly #left: LeftOut
  readonly #found = new Map<string, FoundNode | null>()

  constructor(contents: StixContents, known: KnownNodes, items: JsonItems, left: LeftOut) {
    this.#contents = contents
    this.#known = known
    this.#items = items
    this.#left = left
  }

  /** The node that an id stands for, in the file or in the graph; null where it stands for none. */
  of(ref: unknown): FoundNode | null {
    const id = refIn(ref)
    if (id === undefined) return null
    const known = this.#found.get(id)
    if (known !== undefined) return known
    const found = this.#find(id)
    this.#found.set(id, found)
    return found
  }

  /** The slug of a node of a kind that an id stands for. */
  slugOf(ref: unknown, type: NodeType): string | undefined {
    const node = this.of(ref)
    return node?.type === type ? node.slug : undefined
  }

  #find(id: string): FoundNode | null {
    const object = this.#contents.objects.get(id)
    if (!object) return this.#inGraph(id)
    const own = ownFound(object)
    if (own !== undefined) return own
    const mapping = nodeMappings.get(object.type)
    if (!mapping || object.fields.revoked === true || mapping.whyLeft?.(object) !== undefined) return null
    const name = mapping.nameOf(object)
    const slug = this.#slugOfMapped(object, mapping, name)
    return { type: sections[mapping.section].type, slug, name: typeof name === 'string' ? name : '' }
  }

  #inGraph(id: string): FoundNode | null {
    const slug = this.#known.linked('stix', id)
    const type = slug === undefined ? undefined : this.#known.typeOf('ACTOR', slug)
    return slug === undefined || type === undefined ? null : { type, slug, name: '' }
  }

  /** What the graph has under a name of its own is only mentioned; what came from such a file before is told again. */
  #slugOfMapped(object: StixObject, { section }: NodeMapping, name: unknown): string {
    const { type } = sections[section]
    const slug = slugOfObject(name, object)
    if (type === 'SOURCE') return slug
    const linked = this.#known.linked('stix', object.id)
    if (linked !== undefined && this.#known.typeOf(type, linked) === type) return linked
    if (this.#known.typeOf(type, slug) === type || typeof name !== 'string') return slug
    return this.#known.named(type as NameableType, name) ?? slug
  }

  /** Gives the item of an object, unless the graph has it under another name. */
  give(object: StixObject): void {
    const mapping = nodeMappings.get(object.type)
    if (!mapping) return
    const why = mapping.whyLeft?.(object)
    if (why !== undefined) this.#left.note(why)
    const node = this.of(object.id)
    if (!node) return
    this.#noteUnread(object, mapping)
    if (!node.slug.endsWith(slugMark(object.id))) return
    const publisher = this.#publisherOf(object)
    const fields = { slug: node.slug, ...mapping.fieldsOf(object), ...(publisher && { publisher }) }
    this.#items.give(mapping.section, withoutUndefined(fields), { path: object.path, names: mapping.names })
  }

  #publisherOf({ type, fields }: StixObject): string | undefined {
    return type === 'report' ? this.slugOf(fields.created_by_ref, 'ACTOR') : undefined
  }

  #noteUnread({ type, fields }: StixObject, { read }: NodeMapping): void {
    for (const property of Object.keys(fields))
      if (!housekeeping.has(property) && !read.includes(property)) this.#left.note(`${type}.${property}`)
  }
}

/** What an object of our own export is; undefined where it is none. */
function ownFound(object: StixObject): FoundNode | null | undefined {
  const extension = ownExtension(object)
  if (!extension) return undefined
  const item = ownItem(object, extension)
  if (!item || typeof item.fields.slug !== 'string') return null
  const { name, title, text } = item.fields
  return {
    type: sections[item.section].type,
    slug: item.fields.slug,
    name: String(name ?? title ?? text ?? ''),
  }
}

/** A field that is not there is left out. */
export const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
