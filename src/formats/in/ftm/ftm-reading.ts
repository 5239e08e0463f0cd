import type { ItemSink } from '../../../dossier/draft.ts'
import type { Fields } from '../../../dossier/fields.ts'
import { textHash } from '../../../model/source/write.ts'
import { foldedName } from '../../../text/fold.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ForeignReading } from '../import-format.ts'
import { JsonItems } from '../json/json-items.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import type { FilePlace, RecordOrigin } from '../record-items.ts'
import { edgeOf } from './ftm-edges.ts'
import type { FtmFile, NumberedRecord } from './ftm-file.ts'
import { FtmIndex, type FtmNodeKind, kindOf } from './ftm-index.ts'
import {
  actorFields,
  eventFields,
  placeFields,
  placesOfFields,
  readProperties,
  sourceFields,
} from './ftm-items.ts'
import { nameOfRecord, slugOfRecord } from './ftm-slugs.ts'
import { FtmTies } from './ftm-ties.ts'
import { noteUnreadProperties } from './unread-properties.ts'

const kinds = {
  actor: { type: 'ACTOR', section: 'actors', fieldsOf: actorFields },
  place: { type: 'PLACE', section: 'places', fieldsOf: placeFields },
  event: { type: 'EVENT', section: 'events', fieldsOf: eventFields },
  source: { type: 'SOURCE', section: 'sources', fieldsOf: sourceFields },
} as const satisfies Record<FtmNodeKind, { type: NodeType; section: string; fieldsOf: unknown }>

/** Parts of an entity that say nothing of the world, or what its properties say as well. */
const ownFields = new Set(['id', 'schema', 'properties', 'caption', 'referents'])

/**
 * Entities of FollowTheMoney as items: read once to know which there are and how they are tied, and once more to give them, since
 * what ties two may come before both, and an actor's item has all that it belongs to.
 */
export class FtmReading implements ForeignReading {
  readonly left = new LeftOut()
  readonly #file: FtmFile
  readonly #nodes: KnownNodes
  readonly #items: JsonItems
  #index = new FtmIndex()
  #publishers = new Map<string, string | null>()
  #texts = new Set<string>()

  constructor(file: FtmFile, nodes: KnownNodes) {
    this.#file = file
    this.#nodes = nodes
    this.#items = new JsonItems(file)
  }

  get part() {
    return this.#items.part
  }

  read(sink: ItemSink): readonly Problem[] {
    this.left.clear()
    this.#items.begin(sink)
    this.#index = new FtmIndex()
    this.#publishers = new Map()
    this.#texts = new Set()
    const ties = new FtmTies(this.#file, this.#index, this.#nodes)
    const repeated = this.#readIndex()
    if (this.#file.problems.length > 0 || repeated.length > 0) return [...this.#file.problems, ...repeated]
    if (this.#publishers.size > 0) this.#findPublishers()
    for (const record of this.#file.records()) if (this.#index.isFirst(record)) this.#take(record, ties)
    return this.#items.problems
  }

  /** @returns Entities that stand there twice with different contents. */
  #readIndex(): Problem[] {
    const problems: Problem[] = []
    for (const record of this.#file.records()) {
      const known = this.#index.add(record)
      if (known !== undefined && !record.isNested) this.#noteRepeated(record, known, problems)
      const [publisher] = kindOf(record) === 'source' ? (record.properties.publisher ?? []) : []
      if (publisher !== undefined) this.#publishers.set(foldedName(publisher.trim()), null)
    }
    return problems
  }

  #noteRepeated(record: NumberedRecord, known: number, problems: Problem[]): void {
    const first = this.#file.record(known)
    // An entity within another one says less than where it stands by itself.
    if (first.isNested) this.#index.replace(record)
    if (first.isNested || JSON.stringify(first.fields) === JSON.stringify(record.fields)) return
    const message = `is an entity already, at line ${this.#file.lineOf(known)}, with other contents: put them together first, as ftm aggregate does`
    problems.push(this.#file.problem([record.number, 'id'], message))
  }

  /** Publishers are named by their names: by those of the file first, so that the same file always means the same. */
  #findPublishers(): void {
    for (const record of this.#file.records()) {
      if (kindOf(record) !== 'actor' || !this.#index.isFirst(record)) continue
      const name = foldedName(nameOfRecord(record)?.trim() ?? '')
      if (this.#publishers.get(name) === null)
        this.#publishers.set(name, slugOfRecord(record, 'ACTOR', this.#nodes).slug)
    }
  }

  #take(record: NumberedRecord, ties: FtmTies): void {
    this.#noteParts(record)
    const kind = kindOf(record)
    if (kind === 'actor' || kind === 'place' || kind === 'event' || kind === 'source')
      this.#giveNode(kind, record, ties)
    else if (kind === 'edge') this.#noteEdge(record, ties)
    else this.left.note(record.schema)
  }

  #giveNode(kind: FtmNodeKind, record: NumberedRecord, ties: FtmTies): void {
    const { type, section, fieldsOf } = kinds[kind]
    if (nameOfRecord(record) === undefined) {
      this.left.note(`${record.schema} without a name`)
      return
    }
    noteUnreadProperties(this.left, record, readProperties[kind])
    const { slug, isGiven } = slugOfRecord(record, type, this.#nodes)
    if (!isGiven) return
    const fields = { slug, ...fieldsOf(record), ...this.#tiesOf(kind, record, slug, ties) }
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    this.#items.giveFrom(section, given, new FtmOrigin(this.#file, record.number))
  }

  /** What a node's item says of other nodes. */
  #tiesOf(kind: FtmNodeKind, record: NumberedRecord, slug: string, ties: FtmTies): Fields {
    if (kind === 'actor') return ties.affiliations(record, slug)
    if (kind === 'event') return ties.participants(record)
    return kind === 'source' ? { publisher: this.#publisher(record), text: this.#text(record) } : {}
  }

  #publisher({ properties, schema }: NumberedRecord): string | undefined {
    const [name] = properties.publisher ?? []
    if (name === undefined) return undefined
    const slug = this.#publishers.get(foldedName(name.trim())) ?? this.#nodes.named('ACTOR', name)
    if (slug === undefined) this.left.note(`${schema}.publisher`)
    return slug
  }

  /** A text is one source's: a document with the text of another is kept without it. */
  #text({ properties, schema }: NumberedRecord): string | undefined {
    const text = properties.bodyText?.join('\n\n')
    if (!text) return undefined
    const hash = textHash(text.normalize('NFC'))
    if (!this.#texts.has(hash)) {
      this.#texts.add(hash)
      return text
    }
    this.left.note(`${schema}.bodyText that another has as well`)
    return undefined
  }

  #noteEdge(record: NumberedRecord, ties: FtmTies): void {
    const edge = edgeOf(record)
    const holders = edge ? (record.properties[edge.from] ?? []) : []
    const isHeld = holders.some((id) => this.#index.find(id, 'actor') !== undefined)
    if (!isHeld || ties.organizationsOf(record).length === 0)
      this.left.note(`${record.schema} of what is not in the file`)
    noteUnreadProperties(this.left, record, [
      edge?.from ?? '',
      edge?.to ?? '',
      'role',
      'status',
      'startDate',
      'endDate',
    ])
  }

  #noteParts({ fields, isNested }: NumberedRecord): void {
    if (isNested) return
    for (const name of Object.keys(fields)) if (!ownFields.has(name)) this.left.note(name)
  }
}

/** Finds where an item comes from: of a million of them no more than a number is held. */
class FtmOrigin implements RecordOrigin {
  readonly #file: FtmFile
  readonly #number: number

  constructor(file: FtmFile, number: number) {
    this.#file = file
    this.#number = number
  }

  get line(): number {
    return this.#file.lineOf(this.#number)
  }

  placeOf(field: string, inner: FieldPath): FilePlace {
    return this.#file.placeOf([this.#number, ...(placesOfFields[field] ?? []), ...inner])
  }
}
