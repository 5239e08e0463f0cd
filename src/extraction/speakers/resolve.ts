import type { Attribution } from '../attribution.ts'
import { otherNames } from '../lexicon/other-names.ts'
import type { Publisher } from '../lexicon/outlet-name.ts'
import { namedAs, namedIn, namedWithin } from './about.ts'
import { Addressees } from './addressee.ts'
import { type KnownActor, KnownActors } from './known-actors.ts'
import { bracketedAcronyms } from './names-in-text.ts'
import { Principals } from './principal.ts'
import type { Referent } from './referent.ts'
import { saidAt } from './said-at.ts'
import type { Speaker } from './speaker.ts'
import { SpeakerReader } from './speaker-reader.ts'
import { StateIndex } from './state-index.ts'
import { statesTold } from './states-told.ts'
import { dayOfTranscript, isPlayedBack } from './time-of-transcript.ts'

export interface KnownEntity {
  slug: string
  names: string[]
}

export interface ReportToResolve {
  text: string
  /** An ISO date; what the report dates by weekday can only be told from it. */
  published?: string | undefined
  /** The outlet that brings the report out: "told us", "told this newspaper". */
  publisher?: Publisher | undefined
  attributions: Attribution[]
  actors: KnownActor[]
  /** Everything that a statement can be about: places and events, and the actors once more if they shall count. */
  entities?: KnownEntity[]
}

export interface ResolvedAttribution {
  /** Index into the report's attributions; "both groups said" makes two proposals of one attribution. */
  attribution: number
  /** undefined where the text names nobody at all. */
  speaker: Speaker | undefined
  /** The one for whom the speaker speaks, where that is another. */
  onBehalfOf?: Speaker
  /** The one to whom it is said, where the text names them. */
  addressee?: Speaker
  about: string[]
  saidAt?: string
  /** The pronouns inside what is said, as far as it can be told whom they mean. */
  referents: readonly Referent[]
}

/** Bodies by what else everybody calls them: UN for the United Nations. */
function learnOtherNames(known: KnownActors): void {
  for (const { slug, type, names } of known.bySlug.values())
    for (const name of type === 'PERSON' ? [] : names.flatMap(otherNames))
      if (!known.named(name)) known.alias(name, slug)
}

/** Resolves the words of each attribution: who speaks, for whom, about whom, and when, as far as the report says. */
export function resolveReport({
  text,
  published,
  publisher,
  attributions,
  actors,
  entities = [],
}: ReportToResolve): ResolvedAttribution[] {
  const known = new KnownActors(actors)
  for (const { acronym, name } of bracketedAcronyms(text)) {
    const slug = known.named(name)
    if (slug && !known.named(acronym)) known.alias(acronym, slug)
  }
  learnOtherNames(known)
  const reader = new SpeakerReader(text, known, attributions)
  const names = actors.flatMap(({ type, names }) => (type === 'STATE' ? names : []))
  const states = new StateIndex(names)
  const named = namedIn(text, { actors, entities, known, states })
  /** "The Energy Ministry", of which the graph has only one that is meant. */
  const knownAs = (speaker: Speaker | undefined, { source: [span] }: Attribution): Speaker | undefined => {
    const slug = speaker && 'proposed' in speaker && span ? namedAs(span, text, named) : undefined
    const type = slug && known.bySlug.get(slug)?.type
    return slug && type && type !== 'PERSON' ? { slug } : speaker
  }
  const all = [...names, ...statesTold(text, known)]
  const principals = new Principals(text, named, known, new StateIndex(all))
  const isTurn = ({ source, cue }: Attribution) =>
    reader.isLabel(source[0]?.[0] ?? -1) && cue[0] !== undefined && text.slice(...cue[0]) === ':'
  const transcribed = dayOfTranscript(text, attributions, isTurn, published)
  const dayOfTurn = ({ source: [label = [0, 0]] }: Attribution) =>
    isPlayedBack(text.slice(...label)) ? undefined : transcribed
  const addressees = new Addressees({ text, attributions, reader, publisher })
  return attributions.flatMap((attribution, index) => {
    const at = isTurn(attribution) ? dayOfTurn(attribution) : saidAt(text, attributions, index, published)
    const speakers = reader.at(index).speakers.map((speaker) => knownAs(speaker, attribution))
    return speakers.map((speaker) => {
      const onBehalfOf = principals.of(speaker, attribution.source[0], speakers.length === 1)
      const addressee = addressees.of(index, speaker)
      const about = namedWithin(attribution.content, named)
      if (speaker && 'slug' in speaker) about.delete(speaker.slug)
      return {
        attribution: index,
        speaker,
        ...(onBehalfOf ? { onBehalfOf } : {}),
        ...(addressee ? { addressee } : {}),
        about: [...about],
        ...(at ? { saidAt: at } : {}),
        referents: reader.referents(index, speaker, onBehalfOf),
      }
    })
  })
}
