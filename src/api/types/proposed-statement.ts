import type { Span } from '../../extraction/attribution.ts'
import type { Speaker } from '../../extraction/speakers/speaker.ts'
import { spanText, statementText } from '../../meaning/statement.ts'
import { sideOf } from '../../model/positions/side.ts'
import { factuality } from '../../model/statement/factuality.ts'
import type { ClaimPlan } from '../../reports/claims/claim-plan.ts'
import type { ClaimCandidate } from '../../reports/claims/nearest-claim.ts'
import { newActor } from '../../reports/proposing/new-actor.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { factualityText } from '../kit/descriptions.ts'
import { CertaintyEnum, QuoteTypeEnum, SideEnum, SpeechActEnum, StanceEnum } from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { Claim, Figure, requiredClaim } from './claim.ts'
import { Entity, entityOf } from './entity.ts'
import type { Previewed } from './preview.ts'
import { TextSpan } from './statement-details.ts'

const TextRange = builder.objectRef<Span>('TextRange').implement({
  description: 'A piece of a text, in UTF-16 code units.',
  fields: (t) => ({
    start: t.int({ description: spanText.start, resolve: ([start]) => start }),
    end: t.int({ description: spanText.end, resolve: ([, end]) => end }),
  }),
})

const ClaimCandidateType = builder.objectRef<ClaimCandidate>('ClaimCandidate').implement({
  description: 'A claim of the graph that may say the same as what is said in a text.',
  fields: (t) => ({
    claim: t.field({
      type: Claim,
      description: 'The claim that may be meant.',
      resolve: requiredClaim(({ claim }) => claim.id),
    }),
    score: t.float({
      description:
        'From 0 to 1, how much of what each of the two says the other says too; the rarer a word, the more it counts.',
      resolve: ({ score }) => score,
    }),
  }),
})

export const ProposedStatement = builder.objectRef<Previewed>('ProposedStatement')

ProposedStatement.implement({
  description:
    'A statement that a program finds in a text, as `hearsay read` would propose it. Nothing of it is stored.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its number in the list, counted from 0.' }),
    speaker: t.field({
      type: Actor,
      nullable: true,
      description: 'The speaker, if it is an actor of the graph; else null.',
      resolve: entityOf((statement) => statement.speakerId),
    }),
    proposedSpeaker: t.string({
      nullable: true,
      description:
        'What the text calls a speaker that is no actor of the graph; else null. Both are null where it names nobody.',
      resolve: ({ speaker, source, report }) =>
        speaker && 'proposed' in speaker ? (newActor(speaker.proposed, source, report)?.name ?? null) : null,
    }),
    unnamed: t.boolean({
      description:
        'Whether the text does not name the speaker, but only describes it, by words such as officials, or not even that. As ' +
        'read, it would be an actor that is unnamed.',
      resolve: ({ speaker, source, report }) =>
        !speaker || ('proposed' in speaker && !newActor(speaker.proposed, source, report)?.isNamed),
    }),
    onBehalfOf: t.field({
      type: Actor,
      nullable: true,
      description: 'The actor of the graph that the speaker speaks for, where that is another; else null.',
      resolve: entityOf((statement) => statement.onBehalfOfId),
    }),
    proposedOnBehalfOf: t.string({
      nullable: true,
      description:
        'What the text calls whoever the speaker speaks for, where that is no actor of the graph; else null.',
      resolve: ({ onBehalfOf, report }) => proposedName(onBehalfOf, report),
    }),
    addressee: t.field({
      type: Actor,
      nullable: true,
      description: 'The actor of the graph to whom it is said, where the text names one; else null.',
      resolve: entityOf((statement) => statement.addresseeId),
    }),
    proposedAddressee: t.string({
      nullable: true,
      description: 'What the text calls whom it is said to, where that is no actor of the graph; else null.',
      resolve: ({ addressee, report }) => proposedName(addressee, report),
    }),
    text: t.exposeString('text', { description: 'What is said, in the words of the text.' }),
    cue: t.exposeString('cue', { description: 'The words that introduce it.' }),
    act: t.expose('act', { type: SpeechActEnum, description: statementText.act }),
    stance: t.expose('stance', { type: StanceEnum, description: 'The side that it takes on what it says.' }),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'How sure the speaker is.' }),
    side: t.field({
      type: SideEnum,
      description: 'What stance and certainty come to: who denies without being certain doubts.',
      resolve: ({ stance, certainty }) => sideOf(stance, certainty),
    }),
    factuality: t.string({
      description: factualityText,
      resolve: (s) => factuality(s) ?? 'Uu',
    }),
    quoteType: t.expose('quoteType', { type: QuoteTypeEnum, description: statementText.quoteType }),
    about: t.field({
      type: [Entity],
      description: 'The actors, places and events of the graph that are named in what is said.',
      resolve: (s, _, { graph }) =>
        mapAnswer(graph.entities.byIds(s.aboutIds), (found) => [...markBatch(found)]),
    }),
    saidAt: t.expose('saidAt', {
      type: 'EDTF',
      nullable: true,
      description: 'When it was said, as far as the words beside it tell.',
    }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description:
        'The claim of the graph that plainly says the same, to which reading attaches the statement; null where there is none.',
      resolve: (s, _, { graph }) =>
        mapAnswer(s.plan(), ({ claim }) =>
          claim ? mapAnswer(graph.claims.byIds([claim.id]), ([found]) => found ?? null) : null,
        ),
    }),
    newClaim: t.string({
      nullable: true,
      description:
        'The claim that reading would propose, as a sentence that stands alone; null where the statement speaks to a claim of ' +
        'the graph, and where what is said cannot stand alone: it is then a statement without a claim.',
      resolve: (s) => mapAnswer(s.plan(), ({ made }) => made?.text ?? null),
    }),
    figure: t.field({
      type: Figure,
      nullable: true,
      description: 'The figure of the new claim, where it gives one.',
      resolve: (s) => mapAnswer(s.plan(), figureOf),
    }),
    claimCandidates: t.field({
      type: [ClaimCandidateType],
      description:
        'Claims of the graph that may say the same, at most five, the most alike first. None of them is taken without a person ' +
        'but that in `claim`.',
      resolve: (s) => mapAnswer(s.plan(), ({ candidates }) => [...candidates]),
    }),
    span: t.field({
      type: TextSpan,
      description: 'From the first word of what is said to the last.',
      resolve: ({ span }) => ({
        spanStart: span.start,
        spanEnd: span.end,
        spanExact: span.exact,
        spanPrefix: span.prefix ?? null,
        spanSuffix: span.suffix ?? null,
      }),
    }),
    sourceSpans: t.field({
      type: [TextRange],
      description: 'Where the text names the speaker.',
      resolve: ({ sourceSpans }) => [...sourceSpans],
    }),
    cueSpans: t.field({
      type: [TextRange],
      description: 'Where the words stand that introduce what is said.',
      resolve: ({ cueSpans }) => [...cueSpans],
    }),
    contentSpans: t.field({
      type: [TextRange],
      description: 'Where the text has what is said: several pieces, where the speaker is named in between.',
      resolve: ({ contentSpans }) => [...contentSpans],
    }),
    via: t.field({
      type: ProposedStatement,
      nullable: true,
      description: 'The statement in which this one is reported.',
      resolve: ({ via, all }) => (via === undefined ? null : (all[via] ?? null)),
    }),
  }),
})

function figureOf({ made }: ClaimPlan) {
  if (!made?.figure) return null
  const { low = null, high = null, unit } = made.figure
  return { figureLow: low, figureHigh: high, figureUnit: unit }
}

/** What a new actor would be called that does not speak itself. */
const proposedName = (one: Speaker | undefined, report: string): string | null =>
  one && 'proposed' in one ? (newActor(one.proposed, '', report)?.name ?? null) : null
