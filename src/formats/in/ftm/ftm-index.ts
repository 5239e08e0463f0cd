import { hash } from 'node:crypto'
import { edgeOf } from './ftm-edges.ts'
import type { FtmFile, NumberedRecord } from './ftm-file.ts'
import { referentsOf } from './ftm-records.ts'

/** What an entity becomes that has an item of its own. */
export type FtmNodeKind = 'actor' | 'place' | 'event' | 'source'
type FtmKind = FtmNodeKind | 'edge' | 'position' | 'other'

const kindsOfSchemas: Readonly<Record<string, FtmKind>> = {
  ...Object.fromEntries(
    ['Person', 'LegalEntity', 'Organization', 'PublicBody', 'Company'].map((name) => [name, 'actor']),
  ),
  ...Object.fromEntries(
    [
      ...['Document', 'Article', 'HyperText', 'PlainText', 'Pages', 'Image', 'Video', 'Audio', 'Email'],
      ...['Message', 'Table', 'Workbook'],
    ].map((name) => [name, 'source']),
  ),
  Event: 'event',
  Position: 'position',
}

export function kindOf(record: { schema: string; properties: NumberedRecord['properties'] }): FtmKind {
  const { schema, properties } = record
  if (schema === 'Address') return isPlacePrecision(properties.remarks?.[0]) ? 'place' : 'other'
  if (Object.hasOwn(kindsOfSchemas, schema)) return kindsOfSchemas[schema] as FtmKind
  return edgeOf(record) ? 'edge' : 'other'
}

const isPlacePrecision = (remarks: string | undefined): boolean =>
  remarks !== undefined && /^(EXACT|VICINITY|LOCALITY|REGION|COUNTRY)$/.test(remarks)

/** Knows of all entities of a file which there are, and what is tied to whom: edges may come before what they tie. */
export class FtmIndex {
  readonly #numbers = new Map<number, number>()
  readonly #kinds: FtmKind[] = []
  /** The entities that were put together from others, by the ids of those. */
  readonly #merged = new Map<number, number>()
  /** The edges of each actor. Most have one. */
  readonly #edges = new Map<number, number | number[]>()

  /** @returns The number of an entity with the same id that was added before; it is not added then. */
  add(record: NumberedRecord): number | undefined {
    const key = keyOf(record.id)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, record.number)
    for (const referent of referentsOf(record)) this.#merged.set(keyOf(referent), record.number)
    const kind = kindOf(record)
    this.#kinds[record.number] = kind
    if (kind === 'edge') this.#addEdge(record)
    return undefined
  }

  /** Lets an entity count in the place of the one with its id. */
  replace(record: NumberedRecord): void {
    this.#numbers.set(keyOf(record.id), record.number)
    this.#kinds[record.number] = kindOf(record)
  }

  /** The number of an entity, or of what it was merged into, where it is of a kind; undefined where there is none. */
  find(id: string | undefined, kind: FtmKind): number | undefined {
    const key = id === undefined ? undefined : keyOf(id)
    const number = key === undefined ? undefined : (this.#numbers.get(key) ?? this.#merged.get(key))
    return number !== undefined && this.#kinds[number] === kind ? number : undefined
  }

  /** Whether an entity is the one that counts, of several with its id. */
  isFirst({ id, number }: NumberedRecord): boolean {
    return this.#numbers.get(keyOf(id)) === number
  }

  /** The edges that begin at an actor, in the order of the file. */
  edgesOf(file: FtmFile, actor: NumberedRecord): NumberedRecord[] {
    const merged = referentsOf(actor)
      .map(keyOf)
      .filter((key) => !this.#numbers.has(key))
    const numbers = new Set([keyOf(actor.id), ...merged].flatMap((key) => this.#edges.get(key) ?? []))
    return [...numbers].sort((a, b) => a - b).map((number) => file.record(number))
  }

  #addEdge(record: NumberedRecord): void {
    const edge = edgeOf(record)
    for (const holder of edge ? (record.properties[edge.from] ?? []) : []) {
      const key = keyOf(holder)
      const known = this.#edges.get(key)
      if (known === undefined) this.#edges.set(key, record.number)
      else if (typeof known === 'number') this.#edges.set(key, [known, record.number])
      else known.push(record.number)
    }
  }
}

/** A whole number for an id: a million of them take less memory than a million texts. No two share one in practice. */
function keyOf(id: string): number {
  const bytes = hash('sha1', id, 'buffer')
  return bytes.readUIntBE(0, 6) * 16 + ((bytes[6] as number) >> 4)
}
