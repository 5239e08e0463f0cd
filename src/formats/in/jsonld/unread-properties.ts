import type { ClaimReading } from './claim-reviews.ts'
import { type ExpandedNode, nodesOf } from './expanded-node.ts'

/** The names of properties that are read of others' records, in whichever vocabulary. */
const read = new Set(
  [
    'claimReviewed itemReviewed reviewRating ratingValue bestRating worstRating alternateName ratingExplanation reviewBody',
    'author creator publisher sdPublisher name legalName nick homepage sameAs url headline inLanguage text description',
    'datePublished dateCreated appearance firstAppearance created issued modified',
    'hasBody bodyValue hasTarget motivatedBy hasPurpose value chars hasSource hasSelector refinedBy hasState',
    'annotatedBy annotatedAt language',
  ].flatMap((names) => names.split(' ')),
)

/** Counted by themselves where they are met, with all that stands in them. */
const countedWhole = new Set(['hasState', 'hasSelector'])

/** Counts what stands in a record, and in the nodes that it is read with, and is not read of any, by its name. */
export function noteUnread(node: ExpandedNode, { left, whole }: Pick<ClaimReading, 'left' | 'whole'>): void {
  const open: ExpandedNode[] = [node]
  const seen = new Set<unknown>()
  for (let at = open.pop(); at; at = open.pop()) {
    const each = whole(at)
    // Nodes may lead back to each other.
    if (each['@id'] !== undefined && seen.has(each['@id'])) continue
    seen.add(each['@id'])
    for (const name of Object.keys(each)) {
      if (name.startsWith('@') || name.startsWith('urn:hearsay:')) continue
      const local = name.replace(/^.*[/#:]/, '')
      if (!read.has(local)) left.note(`properties (${local})`)
      else if (!countedWhole.has(local)) open.push(...nodesOf(each, name))
    }
  }
}
