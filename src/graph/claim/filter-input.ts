import { builder, type Context } from '../../graphql/builder.ts'
import { filterRule, textSearch } from '../../graphql/descriptions.ts'
import { ClaimKindEnum, StandingEnum, VerdictEnum } from '../../graphql/enum.ts'
import { actorKeys, entityKeys, eventKeys } from '../../graphql/reference.ts'
import type { ClaimFilter } from './filter.ts'

export const ClaimFilterInput = builder.inputType('ClaimFilter', {
  description: filterRule,
  fields: (t) => ({
    kind: t.field({ type: [ClaimKindEnum], description: 'Of any of these kinds.' }),
    subject: t.idList({ description: 'With any of these actors as the subject.' }),
    event: t.idList({ description: 'About any of these events.' }),
    about: t.idList({ description: 'With any of these as its subject, event or object.' }),
    hasFigure: t.boolean({ description: 'Giving a figure; false: giving none.' }),
    unit: t.stringList({ description: 'With a figure that counts any of these, such as people killed.' }),
    standing: t.field({ type: [StandingEnum], description: 'That stand so now.' }),
    singleSource: t.boolean({ description: 'Resting on one source only; false: on none or on several.' }),
    partiesOnly: t.boolean({
      description: 'Affirmed by nobody but actors that take part in the claim’s event; false: the others.',
    }),
    assessed: t.boolean({
      description:
        'Assessed at all, with whatever verdict: by anybody, or by one of `assessor` where those are given; false: ' +
        'never assessed, by anybody or by any of those.',
    }),
    verdict: t.field({
      type: [VerdictEnum],
      description: 'Assessed so: by anybody, or by one of `assessor` where those are given.',
    }),
    assessor: t.idList({
      description:
        'Assessed by any of these; together with `verdict`, by any of these, so; together with `assessed: false`, ' +
        'by none of these.',
    }),
    text: t.string({ description: textSearch('the text of the claim') }),
  }),
})

export const claimFilter = (
  input: typeof ClaimFilterInput.$inferInput | null | undefined,
  context: Context,
): ClaimFilter => ({
  ...input,
  subject: actorKeys(context, input?.subject, ['filter', 'subject']),
  event: eventKeys(context, input?.event, ['filter', 'event']),
  about: entityKeys(context, input?.about, ['filter', 'about']),
  assessor: actorKeys(context, input?.assessor, ['filter', 'assessor']),
})
