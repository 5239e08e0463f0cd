import { sourceText } from '../../meaning/source.ts'
import { spanText, statementText } from '../../meaning/statement.ts'
import { itemText } from '../../meaning/writing.ts'
import { builder } from '../kit/builder.ts'
import { dossierRule } from '../kit/descriptions.ts'
import {
  CertaintyEnum,
  QuoteTypeEnum,
  ReliabilityEnum,
  ReviewStateEnum,
  SourceKindEnum,
  SpeechActEnum,
  StanceEnum,
} from '../kit/enum.ts'

/** Sources and statements, as they come in: the dossier's items. */

export const SourceInput = builder.inputType('SourceInput', {
  description: `A source to be recorded. ${dossierRule} A new one needs a slug, a title and a kind.`,
  fields: (t) => ({
    id: t.id({ description: itemText.id }),
    slug: t.string({ description: itemText.slug }),
    title: t.string({ description: sourceText.title }),
    kind: t.field({ type: SourceKindEnum, description: sourceText.kind }),
    publisher: t.id({ description: sourceText.publisher }),
    author: t.string({ description: sourceText.author }),
    url: t.field({ type: 'URL', description: sourceText.url }),
    archivedUrl: t.field({ type: 'URL', description: sourceText.archivedUrl }),
    language: t.string({ description: sourceText.language }),
    publishedAt: t.field({ type: 'EDTF', description: sourceText.publishedAt }),
    retrievedAt: t.field({ type: 'DateTime', description: sourceText.retrievedAt }),
    reliability: t.field({ type: ReliabilityEnum, description: sourceText.reliability }),
    text: t.string({ description: sourceText.text }),
    versionOf: t.id({ description: sourceText.versionOf }),
    copyOf: t.id({ description: sourceText.copyOf }),
  }),
})

const SpanInput = builder.inputType('SpanInput', {
  description: 'A stretch of a source’s text, counted in UTF-16 code units.',
  fields: (t) => ({
    start: t.int({ required: true, description: spanText.start }),
    end: t.int({ required: true, description: spanText.end }),
    exact: t.string({ required: true, description: spanText.exact }),
    prefix: t.string({ description: spanText.prefix }),
    suffix: t.string({ description: spanText.suffix }),
  }),
})

export const StatementInput = builder.inputType('StatementInput', {
  description: `A statement to be recorded. ${dossierRule} A new one needs a source, a speaker, a text, a quoteType and an act; with a claim, a stance and a certainty.`,
  fields: (t) => ({
    id: t.id({ description: itemText.id }),
    slug: t.string({ description: itemText.slug }),
    source: t.id({ description: statementText.source }),
    speaker: t.id({ description: statementText.speaker }),
    speakerText: t.string({ description: statementText.speakerText }),
    onBehalfOf: t.id({ description: statementText.onBehalfOf }),
    addressee: t.id({ description: statementText.addressee }),
    text: t.string({ description: statementText.text }),
    language: t.string({ description: statementText.language }),
    quoteType: t.field({ type: QuoteTypeEnum, description: statementText.quoteType }),
    cue: t.string({ description: statementText.cue }),
    act: t.field({ type: SpeechActEnum, description: statementText.act }),
    claim: t.id({ description: statementText.claim }),
    stance: t.field({ type: StanceEnum, description: statementText.stance }),
    certainty: t.field({ type: CertaintyEnum, description: statementText.certainty }),
    about: t.idList({ description: statementText.about }),
    saidAt: t.field({ type: 'EDTF', description: statementText.saidAt }),
    span: t.field({ type: SpanInput, description: statementText.span }),
    via: t.id({ description: statementText.via }),
    review: t.field({ type: ReviewStateEnum, description: itemText.statementReview }),
  }),
})
