import type { LeftOut } from '../left-out.ts'
import { type ExpandedNode, nodesOf } from './expanded-node.ts'

/** The names of properties that are read of others' records, in whichever vocabulary. */
const read = new Set(
  [
    'claimReviewed itemReviewed reviewRating ratingValue bestRating worstRating alternateName ratingExplanation reviewBody',
    'author creator publisher sdPublisher name legalName nick homepage sameAs url headline inLanguage text description',
    'datePublished dateCreated appearance firstAppearance created issued modified',
    'hasBody bodyValue hasTarget motivatedBy hasPurpose value chars hasSource hasSelector refinedBy hasState',
    'exact prefix suffix start end',
  ].flatMap((names) => names.split(' ')),
)

/** Counted by themselves where they are met, with all that stands in them. */
const countedWhole = new Set(['hasState', 'hasBody', 'hasSelector'])

/** Counts what stands in a record and is not read of any, by its name. */
export function noteUnread(node: ExpandedNode, left: LeftOut): void {
  for (const name of Object.keys(node)) {
    if (name.startsWith('@') || name.startsWith('urn:hearsay:')) continue
    const local = name.replace(/^.*[/#:]/, '')
    if (!read.has(local)) left.note(`properties (${local})`)
    else if (!countedWhole.has(local)) for (const inner of nodesOf(node, name)) noteUnread(inner, left)
  }
}
