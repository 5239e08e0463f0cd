import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import type { TallyCounter } from '../tally.ts'
import type { BundleWriter } from './bundle-writer.ts'
import { extensionOf, repeating } from './stix-extension.ts'
import { type StixType, stixIdOf, stixIdOfNamed, uuidOf } from './stix-ids.ts'
import type { NodeTimes, StixTimes } from './stix-times.ts'

/** What all kinds of node are written with. */
export interface StixWriting {
  readonly graph: ExportedGraph
  readonly bundle: BundleWriter
  readonly times: NodeTimes
  readonly tally: TallyCounter
}

/** The properties that all objects have, in the order in which STIX lists them. */
interface ObjectHead {
  readonly type: string
  readonly spec_version: '2.1'
  readonly id: string
}

/** What an object says besides its fields. */
interface OwnProperties {
  readonly created_by_ref?: string | undefined
  readonly [name: string]: unknown
}

/**
 * The object of a node. What does not count in the graph is revoked in STIX: it is the only mark by which readers pass over an
 * object.
 *
 * @param told The fields of the node that the object's own properties say.
 */
export function nodeObject(
  { times }: StixWriting,
  stixType: StixType,
  { type, key, item }: ExportedNode,
  { created_by_ref, ...own }: OwnProperties,
  told: readonly string[],
): ObjectHead & OwnProperties {
  const review = 'review' in item && item.review !== 'ACCEPTED' ? item.review?.toLowerCase() : undefined
  return {
    type: stixType,
    spec_version: '2.1',
    id: stixIdOf(stixType, type, item.slug),
    created_by_ref,
    ...times.of(type, key),
    ...(review !== undefined && { revoked: true, labels: [review] }),
    ...own,
    extensions: extensionOf(type, item, told),
  }
}

/** The ids of the objects of actors, places, events and claims. */
export const refsTo = (
  { graph }: StixWriting,
  type: NodeType,
  slugs: readonly (string | undefined)[],
): string[] => [
  ...new Set(slugs.flatMap((slug) => (slug === undefined ? [] : [stixIdOfNamed(graph.named(type, slug))]))),
]

/** A relationship that repeats what the extension of one of its ends says exactly. */
export interface RepeatedRelationship {
  readonly from: string
  readonly relation: string
  readonly to: string
  readonly times: StixTimes
  readonly description?: string | undefined
  readonly [name: string]: unknown
}

export function writeRelationship({ bundle }: StixWriting, relationship: RepeatedRelationship): void {
  const { from, relation, to, times, ...own } = relationship
  bundle.object({
    type: 'relationship',
    spec_version: '2.1',
    id: `relationship--${uuidOf(`relationship ${from} ${relation} ${to} ${JSON.stringify(own)}`)}`,
    created: times.created,
    modified: times.modified,
    relationship_type: relation,
    source_ref: from,
    target_ref: to,
    ...own,
    extensions: repeating(),
  })
}
