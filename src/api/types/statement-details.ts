import { spanText, statementText } from '../../meaning/statement.ts'
import type { StatementDetails, StatementRecord } from '../../model/statement/store.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { loadOne } from '../kit/batch.ts'
import { builder, type Context } from '../kit/builder.ts'
import { Actor, actorOf } from './actor.ts'
import { Statement } from './statement.ts'

type Spanned = Pick<StatementDetails, 'spanStart' | 'spanEnd' | 'spanExact' | 'spanPrefix' | 'spanSuffix'>

export const TextSpan = builder.objectRef<Spanned>('TextSpan').implement({
  description:
    'A text quote selector and a text position selector (W3C Web Annotation) in one. Offsets are UTF-16 code units.',
  fields: (t) => ({
    start: t.int({
      description: spanText.start,
      resolve: ({ spanStart }) => spanStart ?? 0,
    }),
    end: t.int({ description: spanText.end, resolve: ({ spanEnd }) => spanEnd ?? 0 }),
    exact: t.string({ description: spanText.exact, resolve: ({ spanExact }) => spanExact ?? '' }),
    prefix: t.string({
      description: spanText.prefix,
      resolve: ({ spanPrefix }) => spanPrefix ?? '',
    }),
    suffix: t.string({
      description: spanText.suffix,
      resolve: ({ spanSuffix }) => spanSuffix ?? '',
    }),
  }),
})

/** Reads of a statement what its record does not have; the first to ask reads it for all the statements beside it. */
const ofDetails =
  <V>(read: (details: StatementDetails, context: Context) => Answer<V>) =>
  (statement: StatementRecord, _: object, context: Context) => {
    const details = loadOne(
      statement,
      'Statement.details',
      ({ id }) => id,
      (ids) => context.graph.statements.details(ids),
    )
    return mapAnswer(details, (found) => read(found as StatementDetails, context))
  }

builder.objectFields(Statement, (t) => ({
  slug: t.string({
    nullable: true,
    description: 'Its slug in the dossier from which it came. It is not taken in place of the id.',
    resolve: ofDetails(({ slug }) => slug),
  }),
  addressee: t.field({
    type: Actor,
    nullable: true,
    description: statementText.addressee,
    resolve: ofDetails((details, context) =>
      actorOf(details, 'Statement.addressee', (row) => row.addresseeId, context),
    ),
  }),
  language: t.string({
    nullable: true,
    description: statementText.language,
    resolve: ofDetails(({ language }) => language),
  }),
  speakerText: t.string({
    nullable: true,
    description: statementText.speakerText,
    resolve: ofDetails(({ speakerText }) => speakerText),
  }),
  cue: t.string({
    nullable: true,
    description: statementText.cue,
    resolve: ofDetails(({ cue }) => cue),
  }),
  span: t.field({
    type: TextSpan,
    nullable: true,
    description: statementText.span,
    resolve: ofDetails((details) => (details.spanStart === null ? null : details)),
  }),
}))
