import { isFields } from '../../../dossier/fields.ts'
import { foldedName } from '../../../text/fold.ts'
import type { KnownNodes } from '../known-nodes.ts'
import type { LeftOut } from '../left-out.ts'
import type { RecordItems, RecordOrigin } from '../record-items.ts'
import {
  addressOf,
  type ExpandedNode,
  isOfClass,
  nodesOf,
  plainTextOf,
  valuesOf,
  withoutScheme,
} from './expanded-node.ts'
import { slugFor } from './text-hash.ts'
import { nameOf, type ToldActors } from './told-actors.ts'
import { toldDate } from './told-date.ts'
import { toldRating } from './told-rating.ts'
import { bylineOf, toldSource } from './told-sources.ts'
import { wrongTypesOf } from './wrong-types.ts'

/** What a reading of claims works with. */
export interface ClaimReading {
  readonly items: RecordItems
  readonly nodes: KnownNodes
  readonly actors: ToldActors
  readonly left: LeftOut
  /** A node with all that the file says of it elsewhere. */
  whole(node: ExpandedNode): ExpandedNode
  /** Notes what is wrong with a property of the record that is read. */
  noteProblem(property: string, message: string): void
}

/** Reads a fact check: who checked which claim, what came of it, who had made the claim, and where. */
export function readClaimReview(reading: ClaimReading, review: ExpandedNode, origin: RecordOrigin): void {
  const { left } = reading
  for (const { property, message } of wrongTypesOf(review)) reading.noteProblem(property, message)
  const [reviewed = {}, ...others] = nodesOf(review, 'schema:itemReviewed').map(reading.whole)
  if (others.length > 0) left.note('further items of one review', others.length)
  const text = plainTextOf(review, 'schema:claimReviewed') ?? claimText(reviewed)
  if (text === undefined) {
    left.note('reviews that do not say which claim')
    return
  }
  const claim = giveClaim(reading, text, origin)
  const source = giveReviewSource(reading, review, text, origin)
  giveAssessment(reading, { review, claim, source }, origin)
  giveClaimant(reading, reviewed, { text, claim, source }, origin)
}

/** Reads a claim that stands in a file by itself, or that a review is about. */
export function readClaim(reading: ClaimReading, node: ExpandedNode, origin: RecordOrigin): void {
  const text = claimText(node)
  if (text === undefined) {
    reading.left.note('claims without a text')
    return
  }
  const claim = giveClaim(reading, text, origin)
  giveClaimant(reading, node, { text, claim, source: undefined }, origin)
}

const claimText = (node: ExpandedNode): string | undefined =>
  isOfClass(node, 'Claim') ? plainTextOf(node, 'schema:text', 'schema:name', 'schema:description') : undefined

function giveClaim({ items, nodes }: ClaimReading, text: string, origin: RecordOrigin): string {
  const known = nodes.named('CLAIM', text)
  if (known !== undefined) return known
  const slug = slugFor(text, foldedName(text))
  items.giveOnce('claims', slug, () => ({ text, kind: 'OTHER' }), origin)
  return slug
}

function giveReviewSource(
  reading: ClaimReading,
  review: ExpandedNode,
  text: string,
  origin: RecordOrigin,
): string {
  const { items, actors, left } = reading
  const authors = authorsOf(reading, review)
  const byline = bylineOf(authors.filter((author) => isOfClass(author, 'Person')))
  const address = addressOf(review)
  const slug = slugFor(`review-${withoutScheme(address ?? text)}`, address ?? text, bylineOf(authors) ?? '')
  const told = allOf(reading, review, 'schema:publisher').find((node) => nameOf(node) !== undefined)
  const house = told ?? authors.find((author) => !isOfClass(author, 'Person'))
  const publisher = house && actors.slugOf(house, slug, origin)
  const fields = () => ({
    ...toldSource(review, `Review of “${text}”`, left),
    ...{ kind: 'ARTICLE', ...(byline && { author: byline }), ...(publisher && { publisher }) },
  })
  items.giveOnce('sources', slug, fields, origin)
  return slug
}

/** Whoever made the check; where that is not said, whoever published it. */
const authorsOf = (reading: ClaimReading, review: ExpandedNode): readonly ExpandedNode[] =>
  ['schema:author', 'schema:creator', 'schema:publisher', 'schema:sdPublisher']
    .map((name) => allOf(reading, review, name).filter((node) => nameOf(node) !== undefined))
    .find((nodes) => nodes.length > 0) ?? []

/** Nodes, and texts in their place. */
const allOf = ({ whole }: ClaimReading, node: ExpandedNode, name: string): readonly ExpandedNode[] =>
  valuesOf(node, name).filter(isFields).map(whole)

interface ReviewOfClaim {
  readonly review: ExpandedNode
  readonly claim: string
  readonly source: string
}

function giveAssessment(
  reading: ClaimReading,
  { review, claim, source }: ReviewOfClaim,
  origin: RecordOrigin,
): void {
  const { items, actors, left } = reading
  const rating = toldRating({ ...review, ...ratingOf(reading, review) })
  const [author, ...others] = authorsOf(reading, review)
  const assessor = author && actors.slugOf(author, source, origin)
  if (assessor === undefined) {
    left.note('verdicts of nobody who is named')
    return
  }
  if (others.length > 0) left.note('further authors of reviews', others.length)
  if (rating.verdict === null) {
    left.note(`verdicts (${rating.words})`)
    return
  }
  const date = toldDate(review, left, 'schema:datePublished', 'schema:dateCreated')
  const told = { assessor, claim, verdict: rating.verdict, ...(rating.method && { method: rating.method }) }
  const slug = slugFor(`assessment-${claim}`, assessor, claim, source)
  items.giveOnce('assessments', slug, () => ({ ...told, ...(date && { date }), evidence: source }), origin)
}

/** The rating with all that the file says of it elsewhere. */
function ratingOf(reading: ClaimReading, review: ExpandedNode): ExpandedNode {
  const ratings = nodesOf(review, 'schema:reviewRating').map(reading.whole)
  return ratings.length > 0 ? { 'https://schema.org/reviewRating': ratings } : {}
}

interface MadeClaim {
  readonly text: string
  readonly claim: string
  /** The review in which it is told that somebody made the claim. */
  readonly source: string | undefined
}

/** Whoever made a claim affirms it, where it appeared; where that is not told, in the review that reports it. */
function giveClaimant(
  reading: ClaimReading,
  reviewed: ExpandedNode,
  made: MadeClaim,
  origin: RecordOrigin,
): void {
  const { items, actors, left } = reading
  const source = giveAppearance(reading, reviewed, origin) ?? made.source
  const authors = allOf(reading, reviewed, 'schema:author').filter((node) => nameOf(node) !== undefined)
  if (authors.length === 0) {
    left.note('claims whose author is not named')
    return
  }
  if (source === undefined) {
    left.note('claims that stand in no source')
    return
  }
  const saidAt = toldDate(reviewed, left, 'schema:datePublished', 'schema:dateCreated')
  for (const author of authors) {
    const speaker = actors.slugOf(author, source, origin)
    if (speaker === undefined) continue
    const slug = slugFor(`claimed-${made.claim}`, speaker, made.claim, source)
    const position = { act: 'STATE', claim: made.claim, stance: 'AFFIRMS', certainty: 'CERTAIN' }
    const said = { source, speaker, text: made.text, quoteType: 'INDIRECT', ...position }
    items.giveOnce('statements', slug, () => ({ ...said, ...(saidAt && { saidAt }) }), origin)
  }
}

/** The source in which a claim appeared first, or at all; further ones are counted. */
function giveAppearance(
  reading: ClaimReading,
  claim: ExpandedNode,
  origin: RecordOrigin,
): string | undefined {
  const { items, nodes, left } = reading
  const named = ['schema:firstAppearance', 'schema:appearance'].flatMap((name) => allOf(reading, claim, name))
  // Before there was Claim, reviews gave the work itself in its place.
  const works = isOfClass(claim, 'Claim') || addressOf(claim) === undefined ? named : [claim, ...named]
  const there = works.filter((work) => addressOf(work) !== undefined)
  const [first] = there
  const address = first && addressOf(first)
  if (!first || address === undefined) {
    if (named.length > 0) left.note('appearances without an address', named.length)
    return undefined
  }
  const addresses = new Set(there.map(addressOf))
  if (addresses.size > 1) left.note('further appearances of claims', addresses.size - 1)
  const slug = slugFor(withoutScheme(address), address)
  if (!nodes.typeOf('SOURCE', slug))
    items.giveOnce('sources', slug, () => toldSource(first, address, left), origin)
  return slug
}
