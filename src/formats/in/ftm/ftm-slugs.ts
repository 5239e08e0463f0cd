import { slugify } from '../../../values/id.ts'
import { nodeTypeNamed } from '../../../values/node-kinds.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import { uuidOf } from '../../out/stix/stix-ids.ts'
import type { KnownNodes } from '../known-nodes.ts'
import type { FtmRecord } from './ftm-records.ts'

/** What an entity is called in the graph, and whether the file is what it is known from. */
export interface FtmSlug {
  readonly slug: string
  readonly isGiven: boolean
}

/** The slug in an id of our own export, such as `actor.ada-moss`. */
export function ownSlug(id: string): { readonly type: NodeType; readonly slug: string } | null {
  const [, one = '', slug] = /^([a-z]+)\.([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(id) ?? []
  const type = nodeTypeNamed(one)
  return type && slug !== undefined ? { type, slug } : null
}

/** What an entity is called: its name, or its title. */
export const nameOfRecord = ({ properties, fields }: FtmRecord): string | undefined =>
  [properties.name?.[0], properties.title?.[0], properties.fileName?.[0], fields.caption].find(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  )

/** An entity has the same slug in every file: a part of its name for people, and an end by which it is known. */
const slugMark = (id: string): string => `-${uuidOf(`ftm ${id}`).slice(0, 8)}`

/**
 * The slug of an entity. One of our own export that the graph has is only mentioned, as it says less than the graph; so is one
 * that the graph knows by another identifier. Names tell nobody apart here: there are many persons of one name.
 */
export function slugOfRecord(record: FtmRecord, type: NodeType, known: KnownNodes): FtmSlug {
  const own = ownSlug(record.id)
  if (own) return { slug: own.slug, isGiven: known.typeOf(type, own.slug) === undefined }
  const mark = slugMark(record.id)
  const slug =
    (slugify(nameOfRecord(record) ?? '')
      .slice(0, 60)
      .replace(/-$/, '') || 'entity') + mark
  if (type === 'SOURCE') return { slug, isGiven: true }
  const linked =
    known.linked('ftm', record.id) ??
    (record.properties.wikidataId ?? []).map((id) => known.linked('wikidata', id)).find(Boolean)
  if (linked === undefined || known.typeOf(type, linked) !== type) return { slug, isGiven: true }
  return { slug: linked, isGiven: linked.endsWith(mark) }
}
