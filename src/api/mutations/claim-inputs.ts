import { assessmentText, claimText, figureText, relationText } from '../../meaning/claim.ts'
import { itemText } from '../../meaning/writing.ts'
import { builder } from '../kit/builder.ts'
import { dossierRule } from '../kit/descriptions.ts'
import {
  ClaimKindEnum,
  ClaimRelationTypeEnum,
  CredibilityEnum,
  ReviewStateEnum,
  VerdictEnum,
} from '../kit/enum.ts'

/** Claims and assessments, as they come in: the dossier's items. */

const FigureInput = builder.inputType('FigureInput', {
  description: 'A figure that a claim gives. At least one of low and high is given.',
  fields: (t) => ({
    low: t.float({ description: figureText.low }),
    high: t.float({ description: figureText.high }),
    unit: t.string({ required: true, description: figureText.unit }),
  }),
})

const ClaimRelationInput = builder.inputType('ClaimRelationInput', {
  description: 'How a claim bears on another.',
  fields: (t) => ({
    type: t.field({ type: ClaimRelationTypeEnum, required: true, description: relationText.type }),
    to: t.id({ required: true, description: relationText.to }),
  }),
})

export const ClaimInput = builder.inputType('ClaimInput', {
  description: `A claim to be recorded. ${dossierRule} A new one needs a slug, a text and a kind.`,
  fields: (t) => ({
    id: t.id({ description: itemText.id }),
    slug: t.string({ description: itemText.slug }),
    text: t.string({ description: claimText.text }),
    kind: t.field({ type: ClaimKindEnum, description: claimText.kind }),
    subject: t.id({ description: claimText.subject }),
    event: t.id({ description: claimText.event }),
    object: t.id({ description: claimText.object }),
    figure: t.field({ type: FigureInput, description: claimText.figure }),
    review: t.field({ type: ReviewStateEnum, description: itemText.review }),
    relations: t.field({ type: [ClaimRelationInput], description: claimText.relations }),
  }),
})

export const AssessmentInput = builder.inputType('AssessmentInput', {
  description: `An assessment to be recorded. ${dossierRule} A new one needs an assessor, a claim and a verdict.`,
  fields: (t) => ({
    id: t.id({ description: itemText.id }),
    slug: t.string({ description: itemText.slug }),
    assessor: t.id({ description: assessmentText.assessor }),
    claim: t.id({ description: assessmentText.claim }),
    verdict: t.field({ type: VerdictEnum, description: assessmentText.verdict }),
    credibility: t.field({ type: CredibilityEnum, description: assessmentText.credibility }),
    method: t.string({ description: assessmentText.method }),
    date: t.field({ type: 'EDTF', description: assessmentText.date }),
    evidence: t.id({ description: assessmentText.evidence }),
  }),
})
