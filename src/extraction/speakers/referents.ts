import { countWhile } from '../../text/in-order.ts'
import type { Attribution, Span } from '../attribution.ts'
import { genderOfPronoun, kindOfPronoun } from '../lexicon/pronoun.ts'
import { findQuotes } from '../text/quotes.ts'
import { fits, type PersonMet } from './person.ts'
import type { PronounReader, ReadSource } from './pronoun-reader.ts'
import type { Referent } from './referent.ts'
import type { Speaker } from './speaker.ts'

const anyPronoun =
  /(?<![\p{L}\p{N}])(?:he|him|his|himself|she|hers?|herself|its?|itself|they|them|theirs?|themselves|I|me|my|mine|myself|we|us|ours?|ourselves)(?![\p{L}\p{N}])/giu
/** They speak for another, of whom they say he. */
const forAnother =
  /^(?:spokesperson|lawyer|attorney|solicitor|barrister|counsel|wife|husband|son|daughter|brother|sister|mother|father|widow|doctor|aide|agent|manager|friend|neighbour|neighbor|colleague|assistant|adviser|advisor|partner)$/
/** "it" that stands for nothing, and what a body does rather than a thing. */
const actsOfBody =
  /^\s(?:had|has|have|would|will|did|does|could|should|must|may|might|never|also|wants?|hopes?|plans?|intends?|supports?|opposes?|rejects?|seeks?|welcomes?|takes?|regrets?)\s(?!been?\s(?:\p{L}+ly\s)?(?:clear|unclear|likely|unlikely|possible|impossible|important|necessary|true|too\s|time\b|hard|difficult|easy|good|better|raining|snowing|safe|dark|late|early|said|reported|known)|rain|snow|seem|appear|be\s(?:clear|possible|up to))/iu

/** The pronouns inside what an attribution says, with whom each means, as far as that can be told. */
export class ReferentReader {
  private readonly text: string
  private readonly pronouns: PronounReader
  /** Found when they are first asked for: most contents are in marks as a whole, or not at all. */
  private quotes: readonly Span[] | undefined

  constructor(text: string, pronouns: PronounReader) {
    this.text = text
    this.pronouns = pronouns
  }

  /** `speaker` is the one of those who spoke; `onBehalfOf` whom a spokesman speaks for. */
  of(
    attribution: Attribution,
    spoke: ReadSource,
    speaker: Speaker | undefined,
    onBehalfOf: Speaker | undefined,
  ): Referent[] {
    return attribution.content.flatMap((span) =>
      [...this.text.slice(...span).matchAll(anyPronoun)].flatMap((match) => {
        const begin = span[0] + match.index
        const words = match[0]
        const meant = this.meant(words, begin, span, {
          spoke,
          speaker,
          onBehalfOf,
          quoted: this.isQuoted(attribution, begin),
        })
        return meant ? [{ begin, end: begin + words.length, speaker: meant }] : []
      }),
    )
  }

  private meant(words: string, begin: number, span: Span, said: Said): Speaker | undefined {
    if (/^(?:US|IT)$/.test(words)) return undefined
    const kind = kindOfPronoun(words)
    if (kind === 'SELF') return said.quoted ? said.speaker : undefined
    if (kind === 'OURS') return said.quoted ? ours(said) : undefined
    if (kind === 'PERSON') return this.person(words, begin, span, said)
    if (said.quoted) return undefined
    if (kind === 'THING') return this.thing(words, begin, span, said)
    return said.spoke.kind === 'MANY' &&
      said.spoke.speakers.length === 1 &&
      isFirst(this.text.slice(span[0], begin))
      ? said.speaker
      : undefined
  }

  /**
   * The person whom "he" or "she" means in what is said. Within quotation marks it is not the speaker; without them it is,
   * unless another is named before.
   */
  private person(
    words: string,
    begin: number,
    span: Span,
    { spoke, speaker, quoted }: Said,
  ): Speaker | undefined {
    const gender = genderOfPronoun(words)
    const self = spoke.person
    if (quoted) return this.pronouns.person(words, span[0], { except: self, within: 2 })?.speaker
    if (!self) return this.pronouns.person(words, begin, {})?.speaker
    if (!fits(self, gender)) return this.pronouns.person(words, begin, { except: self })?.speaker
    return !speaksForAnother(self) && !this.pronouns.namesOther(self, gender, span[0], begin)
      ? speaker
      : undefined
  }

  /** A body that says what it did: "The ministry denied that it had known". */
  private thing(words: string, begin: number, span: Span, { spoke, speaker }: Said): Speaker | undefined {
    const before = this.text.slice(span[0], begin)
    const isBody = spoke.kind === 'THING' || spoke.kind === 'ANY'
    if (!isBody || !isFirst(before)) return undefined
    return /^its$/i.test(words) ||
      actsOfBody.test(this.text.slice(begin + words.length, begin + words.length + 60))
      ? speaker
      : undefined
  }

  private isQuoted({ quoteType, cue }: Attribution, place: number): boolean {
    if (quoteType === 'DIRECT') return true
    if (cue.some(([begin, end]) => this.text.slice(begin, end) === ':')) return true
    if (quoteType !== 'MIXED') return false
    this.quotes ??= findQuotes(this.text).map(({ begin, end }): Span => [begin, end])
    return inAny(this.quotes, place)
  }
}

interface Said {
  readonly spoke: ReadSource
  readonly speaker: Speaker | undefined
  readonly onBehalfOf: Speaker | undefined
  readonly quoted: boolean
}

/** We are the body that speaks, or the one for which somebody speaks; of a person it cannot be told. */
function ours({ spoke, speaker, onBehalfOf }: Said): Speaker | undefined {
  if (spoke.kind === 'THING') return speaker
  return onBehalfOf
}

const speaksForAnother = ({ words }: PersonMet): boolean => [...words].some((word) => forAnother.test(word))

/** Whether a pronoun is the subject that what is said begins with. */
const isFirst = (before: string): boolean =>
  /^\W*(?:that\s)?(?:(?:if|when|while|because|as|though|although)\s)?$/i.test(before)

function inAny(spans: readonly Span[], place: number): boolean {
  const near = spans[countWhile(spans, ([begin]) => begin <= place) - 1]
  return near !== undefined && place < near[1]
}
