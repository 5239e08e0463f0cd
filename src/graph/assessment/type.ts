import { many } from '../../graphql/batch.ts'
import { builder } from '../../graphql/builder.ts'
import { CredibilityEnum, VerdictEnum } from '../../graphql/enum.ts'
import { assessmentText } from '../../meaning/claim.ts'
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
      description: assessmentText.assessor,
      resolve: (row, _, context) =>
        actorOf(row, 'Assessment.assessor', (r) => r.assessorId, context) as never,
    }),
    claim: t.field({
      type: Claim,
      description: assessmentText.claim,
      resolve: (row, _, context) => claimOf(row, 'Assessment.claim', (r) => r.claimId, context) as never,
    }),
    verdict: t.expose('verdict', { type: VerdictEnum, description: assessmentText.verdict }),
    credibility: t.expose('credibility', {
      type: CredibilityEnum,
      nullable: true,
      description: assessmentText.credibility,
    }),
    method: t.exposeString('method', { nullable: true, description: assessmentText.method }),
    date: t.expose('date', { type: 'EDTF', nullable: true, description: assessmentText.date }),
    evidence: t.field({
      type: Source,
      nullable: true,
      description: assessmentText.evidence,
      resolve: (row, _, context) => sourceOf(row, 'Assessment.evidence', (r) => r.evidenceId, context),
    }),
  }),
})

builder.objectField(Claim, 'assessments', (t) =>
  t.field({
    type: [Assessment],
    description: 'The verdicts on it, in the order in which they were written down.',
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
