import type { ClaimFilter } from '../../model/claim/filter.ts'
import { type Answer, answerWithFields } from '../../sql/engine.ts'
import { builder, type Context } from '../kit/builder.ts'
import { asOfInstant } from '../kit/date-range.ts'
import { filterRule, reviewText, textSearch } from '../kit/descriptions.ts'
import { ClaimKindEnum, ReviewStateEnum, StandingEnum, VerdictEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, entityKeys, eventKeys } from '../kit/reference.ts'

const claimsAsOfText =
  'As of this date: only claims to which accepted statements speak that had been said or published by its end. ' +
  '`standing`, `singleSource` and `partiesOnly` then go by these statements alone; `verdict`, `assessed` and `assessor` ' +
  'by the assessments that had been made by then: one without a date, or with an open end, is not among them. All else, ' +
  'such as what a claim is about, has no time. BAD_USER_INPUT if the date has no end.'

export const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      kind: t.field({ type: [ClaimKindEnum], description: 'Of any of these kinds.' }),
      subject: t.idList({ description: 'With any of these actors as the subject.' }),
      event: t.idList({ description: 'About any of these events.' }),
      about: t.idList({ description: 'With any of these as its subject, event or object.' }),
      hasFigure: t.boolean({ description: 'With a figure; if false, without one.' }),
      unit: t.stringList({ description: 'With a figure that counts any of these, such as people killed.' }),
      standing: t.field({
        type: [StandingEnum],
        description: 'With any of these standings now, or by the end of `asOf`.',
      }),
      singleSource: t.boolean({
        description:
          'With accepted statements from exactly one source; if false, from none or from several. With `asOf`, only those ' +
          'known by then count.',
      }),
      partiesOnly: t.boolean({
        description:
          'Affirmed, and by nobody but participants of the claim’s event; if false, all others. With `asOf`, by the ' +
          'positions that were taken by then, and nobody takes part in what had not begun.',
      }),
      assessed: t.boolean({
        description:
          'Assessed, with whatever verdict: by anybody, or by one of `assessor` if that is given. If false, never assessed: ' +
          'by nobody at all, or by none of `assessor`.',
      }),
      verdict: t.field({
        type: [VerdictEnum],
        description: 'With any of these verdicts from anybody, or from one of `assessor` if that is given.',
      }),
      assessor: t.idList({
        description:
          'Assessed by any of these actors. With `verdict`: with one of those verdicts from one of these. With ' +
          '`assessed: false`: by none of these.',
      }),
      text: t.string({ description: textSearch('the text of the claim') }),
      asOf: t.field({ type: 'EDTF', description: claimsAsOfText }),
      review: t.field({ type: [ReviewStateEnum], description: reviewText('claims') }),
    }) satisfies FilterFields<ClaimFilter>,
})

export const claimFilter = (
  input: typeof ClaimFilterInput.$inferInput | null | undefined,
  context: Context,
): Answer<ClaimFilter> =>
  answerWithFields({
    ...input,
    unit: input?.unit?.map((unit) => unit.normalize('NFC')),
    subject: actorKeys(context, input?.subject, ['filter', 'subject']),
    event: eventKeys(context, input?.event, ['filter', 'event']),
    about: entityKeys(context, input?.about, ['filter', 'about']),
    assessor: actorKeys(context, input?.assessor, ['filter', 'assessor']),
    asOf: asOfInstant(input?.asOf, ['filter', 'asOf']),
  })
