import { claimText, relationText } from '../../meaning/claim.ts'
import type { ClaimRelationRecord } from '../../model/claim/store.ts'
import { isReviewed } from '../../model/conditions/review.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { noArguments, relationToMany } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { reviewText } from '../kit/descriptions.ts'
import { ClaimRelationTypeEnum, ReviewStateEnum } from '../kit/enum.ts'
import { Claim, requiredClaim } from './claim.ts'

/** A relation, and the claim from which it was asked. */
interface SeenRelation extends ClaimRelationRecord {
  readonly seenFrom: number
}

const ClaimRelation = builder.objectRef<SeenRelation>('ClaimRelation').implement({
  description: 'How one claim bears on another. CONTRADICTS and EQUIVALENT hold both ways.',
  fields: (t) => ({
    type: t.expose('type', { type: ClaimRelationTypeEnum, description: relationText.type }),
    from: t.field({
      type: Claim,
      description: 'The first claim, which bears on the second.',
      resolve: requiredClaim((row) => row.fromId),
    }),
    to: t.field({
      type: Claim,
      description: relationText.to,
      resolve: requiredClaim((row) => row.toId),
    }),
    claim: t.field({
      type: Claim,
      description: 'The other of the two, seen from the claim whose relations were asked for.',
      resolve: requiredClaim(({ seenFrom, fromId, toId }) => (seenFrom === fromId ? toId : fromId)),
    }),
  }),
})

const otherReview = ({ seenFrom, fromId, fromReview, toReview }: SeenRelation) =>
  seenFrom === fromId ? toReview : fromReview

/** Each relation from whichever of its ends was asked for, and from both if both were. */
const seen = (relations: readonly ClaimRelationRecord[], asked: ReadonlySet<number>): SeenRelation[] =>
  relations.flatMap((relation) =>
    [relation.fromId, relation.toId]
      .filter((id) => asked.has(id))
      .map((seenFrom) => ({ ...relation, seenFrom })),
  )

const relationsOf = relationToMany(
  ({ graph }, ids) => mapAnswer(graph.claims.relations(ids), (found) => seen(found, new Set(ids))),
  ({ seenFrom }) => seenFrom,
)

builder.objectFields(Claim, (t) => ({
  relations: t.field({
    type: [ClaimRelation],
    description: claimText.relations,
    args: {
      type: t.arg({ type: ClaimRelationTypeEnum, description: 'Only those of this type.' }),
      review: t.arg({ type: [ReviewStateEnum], description: reviewText('relations to claims') }),
    },
    resolve: (claim, { type, review }, context) =>
      mapAnswer(relationsOf(claim, noArguments, context), (relations) =>
        relations.filter((one) => (!type || one.type === type) && isReviewed(otherReview(one), review)),
      ),
  }),
}))
