import type { ItemSink } from '../../../dossier/draft.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import type { Section } from '../../../values/node-kinds.ts'
import { linkedFields } from '../../out/linked-data/linked-fields.ts'
import { linkedTerms } from '../../out/linked-data/linked-terms.ts'
import type { ForeignReading } from '../import-format.ts'
import type { JsonFile } from '../json/json-items.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import { RecordItems, type RecordOrigin } from '../record-items.ts'
import { readAnnotation } from './annotations.ts'
import { type ClaimReading, readClaim, readClaimReview } from './claim-reviews.ts'
import type { ExpandedRecord } from './expand-records.ts'
import { classesOf, type ExpandedNode, idOf, isOfClass, nodesOf, textOf } from './expanded-node.ts'
import { nodesWithin, recordsWithin } from './inner-records.ts'
import type { RecordNotes } from './linked-records.ts'
import { hasPartsElsewhere, type OwnLinkedItem, ownLinkedItem, ownSection } from './own-records.ts'
import { namedAgain, slugInName } from './own-references.ts'
import { ToldActors } from './told-actors.ts'
import { noteUnread } from './unread-properties.ts'

/** An item of our own export; its node, where parts of it stand elsewhere in the file. */
interface OwnRecord {
  readonly section: Section
  readonly node: ExpandedNode | undefined
  readonly item: OwnLinkedItem | undefined
  readonly path: FieldPath
}

/** What a file of JSON-LD says: the items of our own export, and what is read of others' records. */
export class LinkedReading implements ForeignReading, RecordNotes {
  readonly part: RecordItems
  readonly left = new LeftOut()
  readonly #json: JsonFile
  readonly #nodes: KnownNodes
  readonly #own: OwnRecord[] = []
  readonly #others: ExpandedRecord[] = []
  /** The slugs of our own records, by their IRIs. */
  readonly #slugs = new Map<string, string>()
  readonly #byId = new Map<string, ExpandedNode>()
  /** The nodes that records name by their IRIs, and are read with them. */
  readonly #named = new Set<string>()
  /** The claims that reviews are about, which are read with those. */
  readonly #reviewed = new Set<string>()
  /** What stands around the records. */
  readonly #around = new LeftOut()

  constructor(json: JsonFile, nodes: KnownNodes) {
    this.part = new RecordItems(json.file)
    this.#json = json
    this.#nodes = nodes
  }

  other(): void {
    this.#around.note('values that are no records')
  }

  property(name: string): void {
    this.#around.note(`properties (${name})`)
  }

  add(expanded: ExpandedRecord): void {
    const { node, record } = expanded
    const section = ownSection(node)
    if (section) {
      const item = hasPartsElsewhere(node) ? undefined : ownLinkedItem(section, node, (part) => part)
      this.#own.push({ section, node: item ? undefined : node, item, path: record.path })
      this.#slugs.set(String(idOf(node)), textOf(node, linkedTerms.slug.name) ?? '')
      return
    }
    this.#others.push(expanded)
    for (const inner of nodesWithin(node)) {
      this.#keep(inner)
      for (const item of nodesOf(inner, 'schema:itemReviewed')) {
        const id = idOf(item)
        if (id !== undefined) this.#reviewed.add(id)
      }
    }
  }

  read(sink: ItemSink): readonly Problem[] {
    this.left.clear()
    for (const [what, count] of this.#around) this.left.note(what, count)
    this.part.begin(sink)
    return [...this.#own.flatMap((record) => this.#giveOwn(record)), ...this.#readOthers()]
  }

  /** A node with all that the file says of it elsewhere. */
  readonly whole = (node: ExpandedNode): ExpandedNode => ({ ...this.#byId.get(idOf(node) ?? ''), ...node })

  #keep(node: ExpandedNode): void {
    const id = idOf(node)
    if (id === undefined) return
    if (Object.keys(node).length < 2) {
      this.#named.add(id)
      return
    }
    this.#byId.set(id, { ...this.#byId.get(id), ...node })
  }

  #isReviewed(node: ExpandedNode): boolean {
    return isOfClass(node, 'Claim') && this.#reviewed.has(idOf(node) ?? '')
  }

  #giveOwn({ section, node, item, path }: OwnRecord): readonly Problem[] {
    const { fields } = item ?? ownLinkedItem(section, node ?? {}, this.whole)
    const unknown: string[] = []
    const slugOf = (iri: unknown): unknown => {
      const slug = this.#slugs.get(String(iri)) ?? slugInName(String(iri))
      if (slug === undefined) unknown.push(String(iri))
      return slug
    }
    const named = { ...fields, ...namedAgain(section, fields, slugOf) }
    this.part.give(section, named, this.#originOf(path, section))
    return unknown.map((iri) =>
      this.#json.problem(
        path,
        `names ${iri}, of which the file does not tell the slug: export it with the node`,
      ),
    )
  }

  #readOthers(): readonly Problem[] {
    const problems: Problem[] = []
    const actors = new ToldActors(this.part, this.#nodes)
    const { whole, left } = this
    const shared = { items: this.part, nodes: this.#nodes, actors, left, whole }
    for (const { node, record } of this.#others) {
      if (this.#isPart(node)) continue
      const origin = this.#originOf(record.path)
      const noteProblem = (property: string, message: string) =>
        void problems.push(this.#json.problem([...record.path, property], message))
      const reading: ClaimReading = { ...shared, noteProblem }
      const found = [...recordsWithin(node)].filter((each) => !this.#isReviewed(each))
      for (const each of found) {
        readRecord(reading, whole(each), origin)
        noteUnread(each, reading)
      }
      if (!found.includes(node) && !this.#named.has(idOf(node) ?? ''))
        this.left.note(`records (${classesOf(node)[0] ?? 'of no class'})`)
    }
    return problems
  }

  /** Whether a record is a part of one of our own, such as its figure. */
  #isPart(node: ExpandedNode): boolean {
    const [outer = '', ...inner] = (idOf(node) ?? '').split('#')
    return inner.length > 0 && this.#slugs.has(outer)
  }

  #originOf(path: FieldPath, section?: Section): RecordOrigin {
    const json = this.#json
    return {
      get line() {
        return json.placeOf(path).line
      },
      placeOf(field) {
        const term = section && linkedFields[section].find((each) => each.field === field)?.term
        return json.placeOf(term ? [...path, term] : path)
      },
    }
  }
}

function readRecord(reading: ClaimReading, node: ExpandedNode, origin: RecordOrigin): void {
  if (isOfClass(node, 'ClaimReview')) readClaimReview(reading, node, origin)
  else if (isOfClass(node, 'Claim')) readClaim(reading, node, origin)
  else readAnnotation(reading, node, origin)
}
