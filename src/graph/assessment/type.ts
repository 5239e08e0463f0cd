import { many } from '../../graphql/batch.ts'
import { builder } from '../../graphql/builder.ts'
import { CredibilityEnum, VerdictEnum } from '../../graphql/enum.ts'
import { Actor, actorOf } from '../actor/type.ts'
import { Claim, claimOf } from '../claim/type.ts'
import { Node } from '../node/type.ts'
import { Source, sourceOf } from '../source/type.ts'
import type { AssessmentRecord } from './store.ts'

export const Assessment = builder.objectRef<AssessmentRecord>('Assessment').implement({
  description: 'Somebody’s verdict on a claim (schema.org’s ClaimReview).',
  interfaces: [Node],
  fields: (t) => ({
    assessor: t.field({
      type: Actor,
      resolve: (row, _, context) =>
        actorOf(row, 'Assessment.assessor', (r) => r.assessorId, context) as never,
    }),
    claim: t.field({
      type: Claim,
      resolve: (row, _, context) => claimOf(row, 'Assessment.claim', (r) => r.claimId, context) as never,
    }),
    verdict: t.expose('verdict', { type: VerdictEnum }),
    credibility: t.expose('credibility', { type: CredibilityEnum, nullable: true }),
    method: t.exposeString('method', { nullable: true, description: 'How the assessor came to it.' }),
    date: t.expose('date', { type: 'EDTF', nullable: true }),
    evidence: t.field({
      type: Source,
      nullable: true,
      description: 'The source in which the verdict stands.',
      resolve: (row, _, context) => sourceOf(row, 'Assessment.evidence', (r) => r.evidenceId, context),
    }),
  }),
})

builder.objectField(Claim, 'assessments', (t) =>
  t.field({
    type: [Assessment],
    description: 'What others found of it.',
    resolve: (claim, _, { graph }) =>
      many(
        claim,
        'Claim.assessments',
        ({ id }) => id,
        (ids) => graph.assessments.ofClaims(ids),
        (row: AssessmentRecord) => row.claimId,
      ),
  }),
)
