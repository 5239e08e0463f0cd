import type { ItemSink } from '../../../dossier/draft.ts'
import type { Fields } from '../../../dossier/fields.ts'
import { textHash } from '../../../model/source/write.ts'
import { foldedName } from '../../../text/fold.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import { Lru } from '../../../values/lru.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ForeignReading } from '../import-format.ts'
import { JsonItems } from '../json/json-items.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import type { FilePlace, RecordOrigin } from '../record-items.ts'
import { edgeOf, edtfOfFtm } from './ftm-edges.ts'
import type { FtmFile, NumberedRecord } from './ftm-file.ts'
import { FtmIndex, kindOf } from './ftm-index.ts'
import {
  actorFields,
  eventFields,
  placeFields,
  placesOfFields,
  readProperties,
  sourceFields,
} from './ftm-items.ts'
import { nameOfRecord, ownSlug, slugOfRecord } from './ftm-slugs.ts'

type NodeKindName = 'actor' | 'place' | 'event' | 'source'

const kinds = {
  actor: { type: 'ACTOR', section: 'actors', fieldsOf: actorFields },
  place: { type: 'PLACE', section: 'places', fieldsOf: placeFields },
  event: { type: 'EVENT', section: 'events', fieldsOf: eventFields },
  source: { type: 'SOURCE', section: 'sources', fieldsOf: sourceFields },
} as const satisfies Record<NodeKindName, { type: NodeType; section: string; fieldsOf: unknown }>

const SLUGS_KEPT = 20_000

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
  #slugs = new Lru<number, string | null>(SLUGS_KEPT)

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
    this.#slugs = new Lru(SLUGS_KEPT)
    const repeated = this.#readIndex()
    if (this.#file.problems.length > 0 || repeated.length > 0) return [...this.#file.problems, ...repeated]
    if (this.#publishers.size > 0) this.#findPublishers()
    for (const record of this.#file.records()) if (this.#index.isFirst(record)) this.#take(record)
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

  #take(record: NumberedRecord): void {
    this.#noteParts(record)
    const kind = kindOf(record)
    if (kind === 'actor' || kind === 'place' || kind === 'event' || kind === 'source')
      this.#giveNode(kind, record)
    else if (kind === 'edge') this.#noteEdge(record)
    else this.left.note(record.schema)
  }

  #giveNode(kind: NodeKindName, record: NumberedRecord): void {
    const { type, section, fieldsOf } = kinds[kind]
    if (nameOfRecord(record) === undefined) {
      this.left.note(`${record.schema} without a name`)
      return
    }
    this.#noteUnread(record, readProperties[kind])
    const { slug, isGiven } = slugOfRecord(record, type, this.#nodes)
    if (!isGiven) return
    const fields = { slug, ...fieldsOf(record), ...this.#tiesOf(kind, record, slug) }
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    this.#items.giveFrom(section, given, new FtmOrigin(this.#file, record.number))
  }

  /** What a node's item says of other nodes. */
  #tiesOf(kind: NodeKindName, record: NumberedRecord, slug: string): Fields {
    if (kind === 'actor') return this.#affiliations(record, slug)
    if (kind === 'event') return this.#participants(record)
    return kind === 'source' ? { publisher: this.#publisher(record), text: this.#text(record) } : {}
  }

  #affiliations(record: NumberedRecord, slug: string): Fields {
    const affiliations = this.#index.edgesOf(this.#file, record.id).flatMap((edge) => {
      const organization = this.#organizationOf(edge)
      if (organization === undefined || organization.slug === slug) return []
      const { role = [], startDate = [], endDate = [] } = edge.properties
      const known = edgeOf(edge)?.role
      const title = organization.title ?? (role[0] === known ? undefined : role[0])
      const [from, until] = [edtfOfFtm(startDate[0]), edtfOfFtm(endDate[0])]
      return [
        {
          ...{ organization: organization.slug, role: known },
          ...(title !== undefined && { title }),
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
        },
      ]
    })
    return affiliations.length > 0 ? { affiliations } : {}
  }

  /** What an edge leads to; by way of a position, to its organization. Undefined where that is not in the file. */
  #organizationOf(edge: NumberedRecord): { slug: string; title?: string | undefined } | undefined {
    const to = edge.properties[edgeOf(edge)?.to ?? '']?.[0]
    const position = this.#index.find(to, 'position')
    if (position === undefined) {
      const slug = this.#slugOf(to, 'actor')
      return slug === undefined ? undefined : { slug }
    }
    const post = this.#file.record(position)
    const slug = this.#slugOf(post.properties.organization?.[0], 'actor')
    return slug === undefined ? undefined : { slug, title: nameOfRecord(post) }
  }

  #participants({ properties }: NumberedRecord): Fields {
    const take = (ids: readonly string[] = [], role: string) =>
      ids.flatMap((id) => {
        const actor = this.#slugOf(id, 'actor')
        return actor === undefined ? [] : [{ actor, role }]
      })
    const began = take(properties.organizer, 'INITIATOR')
    const others = take(properties.involved, 'PARTY').filter(
      ({ actor }) => !began.some((one) => one.actor === actor),
    )
    const all = [...began, ...others]
    const place = this.#slugOf(properties.addressEntity?.[0], 'place')
    return { ...(all.length > 0 && { participants: all }), ...(place !== undefined && { place }) }
  }

  /** The slug of an entity that is named; of the same few, such as large organizations, it is asked again and again. */
  #slugOf(id: string | undefined, kind: NodeKindName): string | undefined {
    const number = this.#index.find(id, kind)
    return number === undefined
      ? undefined
      : (this.#slugs.take(number, () => this.#readSlug(number, kind)) ?? undefined)
  }

  #readSlug(number: number, kind: NodeKindName): string | null {
    const record = this.#file.record(number)
    return nameOfRecord(record) === undefined
      ? null
      : slugOfRecord(record, kinds[kind].type, this.#nodes).slug
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

  #noteEdge(record: NumberedRecord): void {
    const edge = edgeOf(record)
    const isHeld = edge && this.#index.find(record.properties[edge.from]?.[0], 'actor') !== undefined
    if (!isHeld || this.#organizationOf(record) === undefined)
      this.left.note(`${record.schema} of what is not in the file`)
    this.#noteUnread(record, [edge?.from ?? '', edge?.to ?? '', 'role', 'status', 'startDate', 'endDate'])
  }

  #noteUnread({ schema, properties, id }: NumberedRecord, read: readonly string[]): void {
    const isOwn = ownSlug(id) !== null
    for (const [name, values] of Object.entries(properties)) {
      if (values.length === 0 || (isOwn && ownProperties.has(name))) continue
      if (!read.includes(name)) this.left.note(`${schema}.${name}`)
    }
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

/** Properties that our own export says something by that is read of no other. */
const ownProperties = new Set(['classification', 'country', 'status', 'summary', 'keywords'])
