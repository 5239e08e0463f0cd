import { itemAt } from '../../values/item-at.ts'
import type { Attribution, Span } from '../attribution.ts'
import { bodyCalled, isOutlet } from '../lexicon/bodies.ts'
import { asOutlet, isPublisher, type Publisher } from '../lexicon/outlet-name.ts'
import { type AddresseePhrase, phrasesAt } from './addressee-phrase.ts'
import {
  type AddresseePlace,
  isToldOf,
  placesBehind,
  placesBeside,
  placesWithin,
} from './addressee-places.ts'
import { addresseesOfTurns } from './addressee-turns.ts'
import { besideCue } from './beside-cue.ts'
import type { Speaker } from './speaker.ts'
import type { SpeakerReader } from './speaker-reader.ts'

interface AddresseeContext {
  readonly text: string
  readonly attributions: readonly Attribution[]
  readonly reader: SpeakerReader
  /** The outlet that brings the report out: "told us". */
  readonly publisher: Publisher | undefined
}

/** Finds to whom something is said, where the text names them: who is told, urged or warned, or who asks in an interview. */
export class Addressees {
  readonly #given: AddresseeContext
  readonly #turns: ReadonlyMap<number, Speaker>

  constructor(given: AddresseeContext) {
    this.#given = given
    this.#turns = addresseesOfTurns(given.text, given.attributions, given.reader)
  }

  /** The addressee of an attribution, unless it is the speaker. */
  of(index: number, speaker: Speaker | undefined): Speaker | undefined {
    const found = this.#turns.get(index) ?? this.#told(index)
    return found && isSameSpeaker(found, speaker) ? undefined : found
  }

  #told(index: number): Speaker | undefined {
    const { text, attributions } = this.#given
    const attribution = itemAt(attributions, index)
    const endOf = (at: number): number => phrasesAt(text, at)[0]?.span[1] ?? at
    if (isToldOf(text, attribution)) return this.#subject(index)
    for (const place of [...placesBehind(text, attribution, endOf), ...placesWithin(text, attribution)]) {
      const found = this.#at(place, phrasesAt(text, place.at), index)
      if (found) return found
    }
    return this.#beside(index)
  }

  #beside(index: number): Speaker | undefined {
    const { text, attributions } = this.#given
    for (const { begin, words } of besideCue(text, attributions, index).reverse())
      for (const place of placesBeside(words)) {
        const phrases = phrasesAt(words, place.at).map(
          (one): AddresseePhrase => ({ ...one, span: [one.span[0] + begin, one.span[1] + begin] }),
        )
        const found = this.#at({ ...place, at: place.at + begin }, phrases, index)
        if (found) return found
      }
    return undefined
  }

  /** "The council was told that …": who stands before it. */
  #subject(index: number): Speaker | undefined {
    const { text, attributions, reader } = this.#given
    const [end] = itemAt(itemAt(attributions, index).cue, 0)
    const before = text.slice(Math.max(0, end - 90), end)
    const words =
      /(?<![\p{L}'’])(?:(?:the|its|their)\s)?\p{Lu}[\p{L}\p{N}'’.-]*(?:\s(?:of|the|for|\p{Lu}[\p{L}\p{N}'’.-]*)){0,6}\s$/u.exec(
        before,
      )?.[0]
    if (!words) return undefined
    const span: Span = [end - words.length, end - 1]
    return reader.addressed(span, index)
  }

  #at({ by }: AddresseePlace, phrases: readonly AddresseePhrase[], index: number): Speaker | undefined {
    const { text, publisher, reader } = this.#given
    if (
      phrases.some(({ span: [, end] }) => /^\s(?:and|or)\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 12)))
    )
      return undefined
    for (const phrase of phrases) {
      const { words, span } = phrase
      if (isCrowd(words)) continue
      if (publisher && by !== 'URGED' && isPublisher(words, publisher)) return speakerOf(publisher)
      const known = reader.addressed(span, index)
      if (known && 'slug' in known) return known
      const outlet = by === 'TOLD' || by === 'PRESS' ? asOutlet(words, by === 'PRESS', text) : words
      if (outlet !== words && !isKnownPerson(known, words)) return { proposed: outlet }
      if (known) return known
      const owner = /^(.{1,60}?)['’]s?\s/u.exec(words)?.[1]
      if (owner && isOutlet(owner))
        return (
          reader.addressed([span[0], span[0] + owner.length + text.slice(...span).indexOf(owner)], index) ?? {
            proposed: owner,
          }
        )
      if (endsInName(phrase)) return { proposed: withClass(phrase) }
    }
    return undefined
  }
}

/** Many, or who is called so of any state: the militants, the government. */
const isCrowd = (words: string): boolean =>
  words !== 'us' &&
  (/^(?:\p{Ll}[\p{L}-]*\s)*(?:\p{Ll}[\p{L}-]*(?<!ss)s|government|army|public|police|military|people|press|media|crowd|nation|world|country)$/u.test(
    words,
  ) ||
    /^(?:Commons|Lords|House|Cabinet)$/.test(words))

/** Somebody of a longer name: "told Hewitt" of Ada Hewitt. */
const isKnownPerson = (found: Speaker | undefined, words: string): boolean =>
  found !== undefined && 'proposed' in found && found.proposed !== words

const speakerOf = ({ slug, names: [name = ''] }: Publisher): Speaker => (slug ? { slug } : { proposed: name })

const isSameSpeaker = (one: Speaker, other: Speaker | undefined): boolean =>
  other !== undefined &&
  ('slug' in one
    ? 'slug' in other && one.slug === other.slug
    : 'proposed' in other && one.proposed === other.proposed)

/** Whether a phrase ends in a name: Americans are many. */
const endsInName = ({ words }: AddresseePhrase): boolean =>
  /(?:^|\s)\p{Lu}\S*$/u.test(words) && (!/^\S+\p{Ll}s$/u.test(words) || bodyCalled(words) !== undefined)

/** The words with "the" before what says what it is: the newspaper Ekspres. */
const withClass = ({ words }: AddresseePhrase): string => (/^\p{Ll}/u.test(words) ? `the ${words}` : words)
