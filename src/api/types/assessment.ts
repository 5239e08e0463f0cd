import { assessmentText } from '../../meaning/claim.ts'
import { type AssessmentRecord, assessmentOrders } from '../../model/assessment/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { relationToMany } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, pageArgs } from '../kit/connection.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { filterText, timeOrder } from '../kit/descriptions.ts'
import { CredibilityEnum, VerdictEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { AssessmentFilterInput, assessmentFilter } from './assessment-filter.ts'
import { Claim, requiredClaim } from './claim.ts'
import { requiredEntity } from './entity.ts'
import { Node } from './node.ts'
import { Source, sourceOf } from './source.ts'

export const Assessment = builder.objectRef<AssessmentRecord>('Assessment').implement({
  description: 'An actor’s verdict on a claim (the ClaimReview of schema.org).',
  interfaces: [Node],
  fields: (t) => ({
    assessor: t.field({
      type: Actor,
      description: assessmentText.assessor,
      resolve: requiredEntity((row) => row.assessorId),
    }),
    claim: t.field({
      type: Claim,
      description: assessmentText.claim,
      resolve: requiredClaim((row) => row.claimId),
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
      resolve: sourceOf((row) => row.evidenceId),
    }),
  }),
})

builder.objectField(Claim, 'assessments', (t) =>
  t.field({
    type: [Assessment],
    description: 'The verdicts on it, in the order in which they were written down.',
    args: {
      asOf: t.arg({
        type: 'EDTF',
        description:
          'Only verdicts given by the end of this date; those without a date, or with an open end, are not among them. All, ' +
          'if not given. BAD_USER_INPUT if the date has no end.',
      }),
    },
    resolve: relationToMany(
      ({ graph }, ids, { asOf }) => graph.assessments.ofClaims(ids, asOfInstant(asOf)),
      ({ claimId }) => claimId,
    ),
  }),
)

const AssessmentConnection = connectionType('Assessment', Assessment)

const AssessmentOrderEnum = builder.enumType('AssessmentOrder', {
  description: timeOrder,
  values: {
    DATE: { description: 'The earliest first.' },
    DATE_DESC: { description: 'The latest first.' },
  } as const,
})

builder.queryField('assessments', (t) =>
  t.field({
    type: AssessmentConnection,
    description: 'All assessments, in pages.',
    args: {
      filter: t.arg({ type: AssessmentFilterInput, description: filterText }),
      orderBy: t.arg({ type: AssessmentOrderEnum, description: 'DATE_DESC, if not given.' }),
      ...pageArgs,
    },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const { assessments } = context.graph
      const order = assessmentOrders[orderBy ?? 'DATE_DESC']
      return mapAnswer(assessmentFilter(input, context), (filter) =>
        connection({
          order,
          args,
          cursorOf: ({ dateOrder, id }: AssessmentRecord) => ({ key: dateOrder, id }),
          load: (request) => assessments.page(filter, order, request),
          count: () => assessments.count(filter),
        }),
      )
    },
  }),
)
