import { type Answer, after, one } from '../../graphql/batch.ts'
import { builder, type Context } from '../../graphql/builder.ts'
import { Actor, actorOf } from '../actor/type.ts'
import type { StatementDetails, StatementRecord } from './store.ts'
import { Statement } from './type.ts'

type Spanned = Pick<StatementDetails, 'spanStart' | 'spanEnd' | 'spanExact' | 'spanPrefix' | 'spanSuffix'>

export const TextSpan = builder.objectRef<Spanned>('TextSpan').implement({
  description:
    'A text quote selector and a text position selector (W3C Web Annotation) in one. Offsets are UTF-16 code units.',
  fields: (t) => ({
    start: t.int({
      description: 'Of the first code unit, from 0.',
      resolve: ({ spanStart }) => spanStart ?? 0,
    }),
    end: t.int({ description: 'Behind the last code unit.', resolve: ({ spanEnd }) => spanEnd ?? 0 }),
    exact: t.string({ description: 'The words themselves.', resolve: ({ spanExact }) => spanExact ?? '' }),
    prefix: t.string({
      description: 'What stands right before them.',
      resolve: ({ spanPrefix }) => spanPrefix ?? '',
    }),
    suffix: t.string({
      description: 'What stands right behind them.',
      resolve: ({ spanSuffix }) => spanSuffix ?? '',
    }),
  }),
})

/** Reads of a statement what its record does not have; the first to ask reads it for all the statements beside it. */
const ofDetails =
  <V>(read: (details: StatementDetails, context: Context) => Answer<V>) =>
  (statement: StatementRecord, _: object, context: Context) => {
    const details = one(
      statement,
      'Statement.details',
      ({ id }) => id,
      (ids) => context.graph.statements.details(ids),
    )
    return after(details, (found) => read(found as StatementDetails, context))
  }

builder.objectFields(Statement, (t) => ({
  slug: t.string({
    nullable: true,
    description: 'Its name in the dossier from which it came.',
    resolve: ofDetails(({ slug }) => slug),
  }),
  addressee: t.field({
    type: Actor,
    nullable: true,
    description: 'To whom it was said.',
    resolve: ofDetails((details, context) =>
      actorOf(details, 'Statement.addressee', (row) => row.addresseeId, context),
    ),
  }),
  language: t.string({
    nullable: true,
    description: 'BCP 47.',
    resolve: ofDetails(({ language }) => language),
  }),
  cue: t.string({
    nullable: true,
    description: 'The words that introduce it in the source, such as claimed or denies.',
    resolve: ofDetails(({ cue }) => cue),
  }),
  span: t.field({
    type: TextSpan,
    nullable: true,
    description: 'Where it stands in the source’s text.',
    resolve: ofDetails((details) => (details.spanStart === null ? null : details)),
  }),
}))
