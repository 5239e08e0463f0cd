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

interface FtmOrganization {
  readonly slug: string
  /** What the position is called by way of which it is found. */
  readonly title: string | undefined
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
    const affiliations = this.#index
      .edgesOf(this.#file, record)
      .flatMap((edge) => this.organizationsOf(edge).map((one) => ({ edge, ...one })))
      .filter((one) => one.slug !== slug)
      .map(affiliationOf)
    return affiliations.length > 0 ? { affiliations } : {}
  }

  /** What an edge leads to; by way of a position, to its organization. What is not in the file is left out. */
  organizationsOf(edge: NumberedRecord): FtmOrganization[] {
    const ids = edge.properties[edgeOf(edge)?.to ?? ''] ?? []
    const found = ids.flatMap((id) => this.#organizationsAt(id))
    // Several ids may be of one entity, which was put together from them.
    return [...new Map(found.map((one) => [`${one.slug} ${one.title}`, one])).values()]
  }

  #organizationsAt(id: string): FtmOrganization[] {
    const position = this.#index.find(id, 'position')
    const post = position === undefined ? undefined : this.#file.record(position)
    const slug = this.#slugOf(post ? post.properties.organization?.[0] : id, 'actor')
    return slug === undefined ? [] : [{ slug, title: post && nameOfRecord(post) }]
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

function affiliationOf({
  edge,
  slug,
  title: post,
}: FtmOrganization & { readonly edge: NumberedRecord }): Fields {
  const { role = [], startDate = [], endDate = [] } = edge.properties
  const known = edgeOf(edge)?.role
  const title = post ?? (role[0] === known ? undefined : role[0])
  const [from, until] = [edtfOfFtm(startDate[0]), edtfOfFtm(endDate[0])]
  return {
    ...{ organization: slug, role: known },
    ...(title !== undefined && { title }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  }
}
