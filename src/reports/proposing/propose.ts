import type { Span } from '../../extraction/attribution.ts'
import type { Mode } from '../../extraction/rules/extract.ts'
import { resolveSlavic } from '../../extraction/slavic/resolve.ts'
import type { Referent } from '../../extraction/speakers/referent.ts'
import { type ResolvedAttribution as Resolved, resolveReport } from '../../extraction/speakers/resolve.ts'
import type { Speaker } from '../../extraction/speakers/speaker.ts'
import type { NameStore, Time } from '../../model/entity/name-store.ts'
import type { SpanDraft } from '../../model/statement/faults.ts'
import { atOnce, inSteps, type Steps } from '../../sql/engine.ts'
import { parseEdtf } from '../../values/date.ts'
import { itemAt } from '../../values/item-at.ts'
import type { Certainty, QuoteType, SpeechAct, Stance } from '../../values/vocabulary.ts'
import { type ReadLanguage, readAs } from '../formats/language.ts'
import { type KnownNodes, knownIn } from './known.ts'
import { knownInSlavic } from './known-slavic.ts'
import { newActor } from './new-actor.ts'
import { movedSpans, type ReportPart, reportParts } from './parts.ts'
import type { KnownPublisher } from './publisher.ts'
import { quotedWords, spanAround } from './quoted-words.ts'
import type { Called } from './voices.ts'

/** A statement that a text seems to make, with the exact words that it rests on. */
export interface Proposal {
  /** Undefined where the text names nobody. */
  readonly speaker: Speaker | undefined
  /** The words for the speaker; empty where there are none. */
  readonly source: string
  /** The one whom the speaker speaks for, where that is another. */
  readonly onBehalfOf: Speaker | undefined
  /** The one to whom it is said, where the text names them. */
  readonly addressee: Speaker | undefined
  readonly about: readonly string[]
  readonly saidAt: string | undefined
  /** The ones whom the pronouns in the content mean, where that can be told. */
  readonly referents: readonly Referent[]
  readonly text: string
  readonly cue: string
  readonly act: SpeechAct
  readonly stance: Stance
  readonly certainty: Certainty
  readonly quoteType: QuoteType
  readonly span: SpanDraft
  readonly sourceSpans: readonly Span[]
  readonly cueSpans: readonly Span[]
  readonly contentSpans: readonly Span[]
  /** The proposal in which this one is reported, by its place in the list; never in a ring. */
  readonly via: number | undefined
}

export interface Proposals {
  readonly proposals: readonly Proposal[]
  /** The keys of all whom the proposals name by their slugs. */
  readonly ids: ReadonlyMap<string, number>
  /** The names of those whom the graph knows and the proposals name, by their slugs. */
  readonly called: ReadonlyMap<string, Called>
  /** The day of publication, where it is known to the day. */
  readonly day: string | undefined
}

export interface ReadingOptions {
  readonly mode?: Mode | undefined
  /** EDTF. */
  readonly published?: string | undefined
  /** The publisher by its names; with a key and a slug where the graph knows it. */
  readonly publisher?: KnownPublisher | undefined
  /** BCP 47; taken for English where it is not known. In a text of a language that is not read nothing is found. */
  readonly language?: string | undefined
}

/**
 * Proposals for all that a text says that somebody says, with everybody whom the graph knows called by their slugs. The
 * graph is asked for each part of a long text, which is where a deadline stops it.
 */
export const propose = (text: string, names: NameStore, options: ReadingOptions): Proposals =>
  atOnce(inSteps(() => proposedInSteps(text, names, options)))

/** The same for whoever only looks at a text, and may have to wait for the graph. */
export function* proposedInSteps(
  text: string,
  names: NameStore,
  { mode = 'balanced', published, publisher, language }: ReadingOptions,
): Steps<Proposals> {
  const proposals: Proposal[] = []
  const ids = new Map<string, number>()
  const called = new Map<string, Called>()
  const day = dayPublished(published)
  const as = readAs(language)
  if (!as) return { proposals, ids, called, day }
  for (const part of reportParts(text, mode, as)) {
    const known = yield* (as === 'en' ? knownIn : knownInSlavic)(part.text, names, timeOf(published))
    for (const proposal of proposed(text, part, known, { day, publisher, as }, proposals.length)) {
      for (const slug of slugsOf(proposal)) ids.set(slug, (known.ids.get(slug) ?? publisher?.id) as number)
      proposals.push(proposal)
    }
    for (const { slug, type, names } of known.actors)
      called.set(slug, { name: names[0] as string, isPerson: type === 'PERSON' })
  }
  return { proposals, ids, called, day }
}

function proposed(
  text: string,
  part: ReportPart,
  { actors, entities }: KnownNodes,
  {
    day,
    publisher,
    as,
  }: Pick<ReadingOptions, 'publisher'> & { readonly day: string | undefined; readonly as: ReadLanguage },
  before: number,
): Proposal[] {
  const { attributions } = part
  const report = { text: part.text, published: day, publisher, attributions, actors, entities }
  const resolved = as === 'en' ? resolveReport(report) : resolveSlavic(report, as)
  const places = new Map<number, number>()
  for (const [index, { attribution }] of resolved.entries())
    if (!places.has(attribution)) places.set(attribution, index)
  const outer = attributions.map((_, index) => outerOf(part, index))
  return resolved.map((one) => {
    const via = outer[one.attribution]
    const place = via === undefined ? undefined : places.get(via)
    return proposalOf(text, part, one, place === undefined ? undefined : before + place)
  })
}

/** The attribution in which another stands, unless that one stands in it as well: a chain has an end. */
function outerOf({ attributions }: ReportPart, index: number): number | undefined {
  const via = attributions[index]?.via
  const seen = new Set([index])
  for (let at = via; at !== undefined; at = attributions[at]?.via) {
    if (seen.has(at)) return undefined
    seen.add(at)
  }
  return via
}

function proposalOf(text: string, part: ReportPart, resolved: Resolved, via: number | undefined): Proposal {
  const attribution = itemAt(part.attributions, resolved.attribution)
  const { act, stance, certainty, quoteType } = attribution
  const sourceSpans = movedSpans(attribution.source, part.begin)
  const cueSpans = movedSpans(attribution.cue, part.begin)
  const contentSpans = movedSpans(attribution.content, part.begin)
  const span = spanAround(text, contentSpans)
  if (!span) throw new Error('An attribution has no words.')
  const { speaker, onBehalfOf, addressee } = resolved
  return {
    speaker,
    source: quotedWords(text, sourceSpans),
    onBehalfOf: onBehalfOf && isActor(onBehalfOf, text) ? onBehalfOf : undefined,
    addressee: addressee && isActor(addressee, text) ? addressee : undefined,
    about: resolved.about,
    saidAt: resolved.saidAt && parseEdtf(resolved.saidAt) ? resolved.saidAt : undefined,
    referents: resolved.referents.map((one) => ({
      ...one,
      begin: one.begin + part.begin,
      end: one.end + part.begin,
    })),
    text: withoutIntroduction(quotedWords(text, contentSpans)) || span.exact,
    cue: quotedWords(text, cueSpans),
    ...{ act, stance, certainty, quoteType },
    ...{ span, sourceSpans, cueSpans, contentSpans },
    via,
  }
}

/** Somebody who is only described may speak, but nobody can be said to speak for him or to him. */
const isActor = (one: Speaker, text: string): boolean =>
  'slug' in one || (newActor(one.proposed, '', text)?.isNamed ?? false)

/** A content without the word that only introduces it: “that the bridge fell” is “the bridge fell”. */
const withoutIntroduction = (content: string): string => content.replace(/^(?:that(?: … | ))/i, '').trim()

const slugsOf = ({ speaker, onBehalfOf, addressee, about }: Proposal): string[] => [
  ...[speaker, onBehalfOf, addressee].flatMap((one) => (one && 'slug' in one ? [one.slug] : [])),
  ...about,
]

/** The day of publication, where it is known to the day: what a report says of "Tuesday" can be told from nothing less. */
function dayPublished(published: string | undefined): string | undefined {
  const date = published === undefined ? null : parseEdtf(published)
  if (!date || date.earliest === null || date.latest === null) return undefined
  const day = new Date(date.earliest).toISOString().slice(0, 10)
  return new Date(date.latest).toISOString().startsWith(day) ? day : undefined
}

/** Offices change hands: whoever held one when the report came out is meant. */
function timeOf(published: string | undefined): Time {
  const date = published === undefined ? null : parseEdtf(published)
  return { earliest: date?.earliest ?? null, latest: date?.latest ?? null }
}
