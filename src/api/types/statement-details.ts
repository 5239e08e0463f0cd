import { spanText, statementText } from '../../meaning/statement.ts'
import type { StatementDetails, StatementRecord } from '../../model/statement/store.ts'
import { andThen, relationToOne, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { Actor } from './actor.ts'
import { entityOf } from './entity.ts'
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

/** What a statement's record does not have; the first to ask reads it for all the statements beside it. */
const detailsOf = required(
  relationToOne(
    ({ id }: StatementRecord) => id,
    ({ graph }, ids) => graph.statements.details(ids),
  ),
)

builder.objectFields(Statement, (t) => ({
  slug: t.string({
    nullable: true,
    description: 'Its slug in the dossier from which it came. It is not taken in place of the id.',
    resolve: andThen(detailsOf, ({ slug }) => slug),
  }),
  addressee: t.field({
    type: Actor,
    nullable: true,
    description: statementText.addressee,
    resolve: andThen(
      detailsOf,
      entityOf((details) => details.addresseeId),
    ),
  }),
  language: t.string({
    nullable: true,
    description: statementText.language,
    resolve: andThen(detailsOf, ({ language }) => language),
  }),
  speakerText: t.string({
    nullable: true,
    description: statementText.speakerText,
    resolve: andThen(detailsOf, ({ speakerText }) => speakerText),
  }),
  cue: t.string({
    nullable: true,
    description: statementText.cue,
    resolve: andThen(detailsOf, ({ cue }) => cue),
  }),
  span: t.field({
    type: TextSpan,
    nullable: true,
    description: statementText.span,
    resolve: andThen(detailsOf, (details) => (details.spanStart === null ? null : details)),
  }),
}))
