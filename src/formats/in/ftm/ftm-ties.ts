import type { Fields } from '../../../dossier/fields.ts'
import { Lru } from '../../../values/lru.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { edgeOf, edtfOfFtm } from './ftm-edges.ts'
import type { FtmFile, NumberedRecord } from './ftm-file.ts'
import type { FtmIndex, FtmNodeKind } from './ftm-index.ts'
import { nameOfRecord, slugOfRecord } from './ftm-slugs.ts'

const typesOfKinds: Readonly<Record<FtmNodeKind, NodeType>> = {
  actor: 'ACTOR',
  place: 'PLACE',
  event: 'EVENT',
  source: 'SOURCE',
}

const SLUGS_KEPT = 20_000

/** Tells what the entities of a file have to do with each other: what an actor belongs to, who took part in an event. */
export class FtmTies {
  readonly #file: FtmFile
  readonly #index: FtmIndex
  readonly #nodes: KnownNodes
  readonly #slugs = new Lru<number, string | null>(SLUGS_KEPT)

  constructor(file: FtmFile, index: FtmIndex, nodes: KnownNodes) {
    this.#file = file
    this.#index = index
    this.#nodes = nodes
  }

  affiliations(record: NumberedRecord, slug: string): Fields {
    const affiliations = this.#index.edgesOf(this.#file, record.id).flatMap((edge) => {
      const organization = this.organizationOf(edge)
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
  organizationOf(edge: NumberedRecord): { slug: string; title?: string | undefined } | undefined {
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

  participants({ properties }: NumberedRecord): Fields {
    const take = (ids: readonly string[] = [], role: string) =>
      [...new Set(ids)].flatMap((id) => {
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
  #slugOf(id: string | undefined, kind: FtmNodeKind): string | undefined {
    const number = this.#index.find(id, kind)
    return number === undefined
      ? undefined
      : (this.#slugs.take(number, () => this.#readSlug(number, kind)) ?? undefined)
  }

  #readSlug(number: number, kind: FtmNodeKind): string | null {
    const record = this.#file.record(number)
    return nameOfRecord(record) === undefined
      ? null
      : slugOfRecord(record, typesOfKinds[kind], this.#nodes).slug
  }
}
