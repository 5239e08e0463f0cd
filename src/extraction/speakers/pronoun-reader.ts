import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
import type { Attribution } from '../attribution.ts'
import type { Gender } from '../lexicon/first-names.ts'
import { genderOfPronoun, kindOfPronoun } from '../lexicon/pronoun.ts'
import { Sentences } from '../text/sentences.ts'
import { type SpeakerLabel, speakerLabels } from '../text/speaker-labels.ts'
import type { BodyMention } from './bodies-in-text.ts'
import {
  CLOSE_SCORES,
  FARTHEST_SENTENCES,
  leavesSubject,
  nearness,
  type TextSection,
  Within,
} from './nearness.ts'
import { fits, type PersonMention, type PersonMet } from './person.ts'
import type { Speaker } from './speaker.ts'

/** A speaker, and the place of the words for it: "he" in the next sentence is likely to mean the same. */
export interface ReadSource {
  readonly begin: number
  /** Several where they are joined; undefined stands for who cannot be told. */
  readonly speakers: (Speaker | undefined)[]
  /** ANY is a single name of which the text does not tell whose it is. */
  readonly kind: 'PERSON' | 'THING' | 'MANY' | 'ANY'
  readonly person?: PersonMet
}

/** Tells whom pronouns mean: by gender and number, by nearness, and by who spoke or was the subject. What fits two stays open. */
export class PronounReader {
  private readonly text: string
  private readonly sentences: Sentences
  private readonly people: readonly PersonMention[]
  private readonly bodies: readonly BodyMention[]
  private readonly contents: Within
  private readonly said: ReadSource[] = []
  private readonly labels: readonly SpeakerLabel[]

  constructor(
    text: string,
    attributions: readonly Attribution[],
    people: readonly PersonMention[],
    bodies: readonly BodyMention[],
  ) {
    this.text = text
    this.sentences = new Sentences(text)
    this.people = people
    this.bodies = bodies
    this.contents = new Within(attributions.flatMap(({ content }) => content))
    this.labels = speakerLabels(text)
  }

  spoke(spoke: ReadSource): void {
    this.said.push(spoke)
  }

  /** The one whom a pronoun means that says something; `outer` is the speaker of the words in which it stands. */
  resolve(words: string, begin: number, attribution: Attribution, outer: ReadSource | undefined): ReadSource {
    const kind = kindOfPronoun(words)
    if (kind === 'PERSON') return this.spokeBy(begin, this.person(words, begin, { outer }))
    if (kind === 'SELF') return this.spokeBy(begin, outer?.person ?? this.turn(begin))
    if (kind === 'OURS')
      return outer?.kind === 'THING' || outer?.kind === 'MANY' ? { ...outer, begin } : openSource(begin)
    if (kind === 'THING' && !actsOfSpeech.test(attribution.act)) return openSource(begin)
    return (kind === 'THING' ? this.thing(begin) : this.many(begin)) ?? openSource(begin)
  }

  private spokeBy(begin: number, person: PersonMet | undefined): ReadSource {
    return person ? { begin, speakers: [person.speaker], kind: 'PERSON', person } : openSource(begin)
  }

  /** The one of fitting gender who is nearest; undefined where two are as near, or none is near. */
  person(
    words: string,
    begin: number,
    {
      outer,
      except,
      within = FARTHEST_SENTENCES,
    }: { outer?: ReadSource | undefined; except?: PersonMet | undefined; within?: number },
  ): PersonMet | undefined {
    const gender = genderOfPronoun(words)
    const self = outer?.person
    if (self && fits(self, gender) && !this.namesOther(self, gender, outer.begin, begin))
      return withGender(self, gender)
    const scores = new Map<PersonMet, number>()
    for (const [person, score, distance] of this.near(begin)) {
      if (distance > within || (person.parts.length === 0 && distance > NAMELESS)) continue
      if (person === except || !fits(person, gender)) continue
      const sure = gender !== undefined && person.gender === gender ? SURE : 0
      scores.set(person, Math.max(scores.get(person) ?? 0, score + sure))
    }
    const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
    if (!first || first[1] < LEAST || first[1] - (second?.[1] ?? 0) < CLOSE_SCORES) return undefined
    return withGender(first[0], gender)
  }

  /** Whether another of fitting gender is named between two places. */
  namesOther(one: PersonMet, gender: Gender | undefined, from: number, to: number): boolean {
    for (let i = countBefore(this.people, to) - 1; i >= 0; i--) {
      const mention = itemAt(this.people, i)
      if (mention.begin < from) return false
      if (mention.person !== one && fits(mention.person, gender)) return true
    }
    return false
  }

  /** Everybody who was met in the sentences before, and how near each time. */
  private *near(begin: number): Generator<[PersonMet, number, number]> {
    const sentence = this.sentences.at(begin)
    for (let i = this.said.length - 1, looked = 0; i >= 0 && looked < MOST_LOOKED_BACK; i--, looked++) {
      const { person, begin: at } = itemAt(this.said, i)
      const distance = this.between(at, sentence)
      if (person && at < begin) yield [person, nearness('SPEAKER', distance), distance]
    }
    for (
      let i = countBefore(this.people, begin) - 1, looked = 0;
      i >= 0 && looked < MOST_LOOKED_BACK;
      i--, looked++
    ) {
      const mention = itemAt(this.people, i)
      const distance = this.between(mention.begin, sentence)
      if (distance >= FARTHEST_SENTENCES) return
      yield [mention.person, nearness(this.part(i), distance), distance]
    }
  }

  /** How many sentences there are from a place to a sentence, but for those that only go on with he or she. */
  private between(place: number, sentence: number): number {
    const from = this.sentences.at(place)
    let distance = sentence - from
    for (let i = from + 1; i < sentence && i < from + 20; i++) if (this.goesOn(i)) distance--
    return distance
  }

  /** Whether a sentence begins here. */
  private goesOn(sentence: number): boolean {
    return /^["“]?(?:he|she)\b/i.test(
      this.text.slice(this.sentences.begin(sentence), this.sentences.begin(sentence) + 5),
    )
  }

  private part(i: number): TextSection {
    const { begin, end } = itemAt(this.people, i)
    if (this.contents.has(begin)) return 'SAID'
    if (/^['’]/.test(this.text.slice(end, end + 1))) return 'OTHER'
    const earlier = this.people[i - 1]
    const isFirst =
      !earlier ||
      this.sentences.at(earlier.begin) < this.sentences.at(begin) ||
      this.contents.has(earlier.begin)
    if (!isFirst && joinedSubjects.test(this.text.slice(earlier.end, begin))) return this.part(i - 1)
    return isFirst && leavesSubject(this.text, this.sentences, begin) ? 'SUBJECT' : 'OTHER'
  }

  /** A body that spoke or was the subject a sentence or two before. */
  private thing(begin: number): ReadSource | undefined {
    const sentence = this.sentences.at(begin)
    const scores = new Map<string, [Speaker, number]>()
    const add = (speaker: Speaker | undefined, score: number) => {
      if (speaker && score > (scores.get(keyOfSpeaker(speaker))?.[1] ?? 0))
        scores.set(keyOfSpeaker(speaker), [speaker, score])
    }
    for (const { begin: at, speakers, kind } of this.said.slice(-MOST_LOOKED_BACK))
      if (at < begin && (kind === 'THING' || kind === 'ANY'))
        add(speakers[0], nearness('SPEAKER', this.between(at, sentence)))
    for (
      let i = countBefore(this.bodies, begin) - 1, looked = 0;
      i >= 0 && looked < MOST_LOOKED_BACK;
      i--, looked++
    ) {
      const { begin: at, speaker } = itemAt(this.bodies, i)
      const distance = this.between(at, sentence)
      if (distance >= FARTHEST_SENTENCES) break
      const isSubject =
        !this.contents.has(at) &&
        leavesSubject(this.text, this.sentences, at) &&
        at - this.sentences.begin(this.sentences.at(at)) < 60
      add(speaker, nearness(isSubject ? 'SUBJECT' : 'OTHER', distance) - (isSubject ? 0 : 1))
    }
    const [first, second] = [...scores.values()].sort((a, b) => b[1] - a[1])
    if (!first || first[1] < LEAST || first[1] - (second?.[1] ?? 0) < CLOSE_SCORES) return undefined
    return { begin, speakers: [first[0]], kind: 'THING' }
  }

  /** Several who spoke together, or people of whom one word tells, a sentence or two before. */
  private many(begin: number): ReadSource | undefined {
    const sentence = this.sentences.at(begin)
    const last = this.said.findLast((one) => one.begin < begin)
    if (!last || sentence - this.sentences.at(last.begin) > 2) return undefined
    const [only] = last.speakers
    const isGroup = last.kind === 'THING' && only && 'proposed' in only && group.test(only.proposed)
    return last.kind === 'MANY' || isGroup ? { ...last, begin } : undefined
  }

  /**
   * The person whose turn it is in a transcript; "Chair:" is the one whom an earlier label called so, as in "Chair (Tomas
   * Wren):".
   */
  turn(begin: number): PersonMet | undefined {
    const label = this.labels.findLast((one) => one.begin <= begin)
    if (!label) return undefined
    const earlier = this.people.slice(0, countBefore(this.people, label.end))
    const named = earlier.findLast((one) => one.begin >= label.begin)
    const calling = label.name.toLowerCase()
    return (named ?? earlier.findLast(({ person }) => person.words.has(calling)))?.person
  }

  /** Whether a transcript gives somebody the word here. */
  isLabel(begin: number): boolean {
    return this.labels.some((one) => one.begin === begin)
  }
}

/** The words between two who are the subject together. */
const joinedSubjects = /^,?\s(?:and|or)\s(?:[\p{L}.-]+,?\s){0,4}$/u
const SURE = 0.5
const LEAST = 0.7
/** The farthest sentence in which a pronoun may mean somebody who is only described. */
const NAMELESS = 2
const MOST_LOOKED_BACK = 60
const actsOfSpeech = /^(?:STATE|DENY|CONFIRM|ACCUSE|PROMISE|THREATEN|DECLINE_COMMENT|CONDEMN|DEMAND|CLAIM)/
const group =
  /\b(?:group|union|party|team|family|couple|council|committee|association|brigade|battalion|rebels|militia|company)\b/i

const openSource = (begin: number): ReadSource => ({ begin, speakers: [undefined], kind: 'PERSON' })
const keyOfSpeaker = (speaker: Speaker): string => ('slug' in speaker ? speaker.slug : ` ${speaker.proposed}`)

/** Keeps the gender by which a text has called a person: "she" is no "he" later. */
function withGender(person: PersonMet, gender: Gender | undefined): PersonMet {
  person.gender ??= gender
  return person
}

/** How many of a list in order begin before a place. */
const countBefore = (list: readonly { readonly begin: number }[], place: number): number =>
  countWhile(list, ({ begin }) => begin < place)
