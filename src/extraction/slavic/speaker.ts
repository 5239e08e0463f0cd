import type { Attribution } from '../attribution.ts'
import type { Speaker } from '../speakers/speaker.ts'
import { homeStates, type SlavicActors } from './actors.ts'
import { bodyAt } from './bodies.ts'
import { firstName } from './first-names.ts'
import type { SlavicVerbForm } from './inflect.ts'
import { slavicKeyOf } from './keys.ts'
import { type Slavic, senseOf } from './lexicon.ts'
import { nominative, personIn } from './names.ts'
import { principalIn } from './principal.ts'
import { stateAt } from './states.ts'
import { isBodyWord, isPersonWord } from './words.ts'

type SpokenGender = 'm' | 'f' | undefined

interface SpokeBefore {
  readonly speaker: Speaker
  readonly gender: SpokenGender
  readonly isPerson: boolean
  readonly begin: number
}

export interface Read {
  readonly speaker: Speaker | undefined
  readonly onBehalfOf: string | undefined
}

/** A speaker who is only called he or she was named no farther back than this. */
const FARTHEST_SPEAKER = 1500
const he = /^(?:он|его|ему|им|нему|него|він|його|йому|ним|нього)$/
const she = /^(?:она|ее|ей|ней|нее|вона|її|їй|неї)$/
const they = /^(?:они|их|им|ними|вони|їх|їхніми|ним)$/
/** The ends of places behind an office, which no man's last name in the nominative has. */
const obliquePlace = /(?:[уиіыюя]|(?<![кб])а|[ії]в|ого|ої|ей)$/
const wordOfSpeaker = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu

/** Reads the sources of one report in their order, so that he and she find whom was named before. */
export class SlavicSpeakers {
  readonly #text: string
  readonly #actors: SlavicActors
  readonly #language: Slavic
  readonly #spoke: SpokeBefore[] = []
  /** Full names that the report gave, by the keys of their last words. */
  readonly #named = new Map<string, string[]>()

  constructor(text: string, actors: SlavicActors, language: Slavic) {
    this.#text = text
    this.#actors = actors
    this.#language = language
  }

  read({ source: [span], cue: [cue] }: Attribution): Read {
    const verb = cue ? this.#text.slice(...cue) : ''
    const gender = this.#genderOf(verb)
    const begin = span?.[0] ?? cue?.[0] ?? 0
    if (!span) return this.#elided(verb, gender, begin)
    const words = this.#text.slice(...span).match(wordOfSpeaker) ?? []
    const [first = ''] = words
    if (words.length === 1) {
      const low = first.toLowerCase().replace(/ё/g, 'е')
      if (he.test(low))
        return this.#last(begin, 'm') ?? { speaker: { proposed: first }, onBehalfOf: undefined }
      if (she.test(low))
        return this.#last(begin, 'f') ?? { speaker: { proposed: first }, onBehalfOf: undefined }
      if (they.test(low)) return { speaker: { proposed: first }, onBehalfOf: undefined }
    }
    // Behind "по словам" and the like a name stands in the genitive.
    const isOblique = !this.#formOf(verb) && /\p{L}/u.test(verb) && !/ответственн|відповідальн/i.test(verb)
    return this.#called(words, { begin, gender, isOblique, written: this.#text.slice(...span) })
  }

  #called(
    words: readonly string[],
    {
      begin,
      gender,
      isOblique,
      written,
    }: { begin: number; gender: SpokenGender; isOblique: boolean; written: string },
  ): Read {
    const name = personIn(words)
    const within = /(?<![\p{L}])(?:в|во|у|на)\s+$/iu
      .exec(this.#text.slice(Math.max(0, begin - 6), begin))?.[0]
      .trim()
    const isPerson = !within && this.#isPerson(words, name, { isOblique, gender })
    const speaker = isPerson
      ? this.#person(name, isOblique)
      : this.#body(words, within ? `${within.toLowerCase()} ${written}` : written)
    const slug = 'slug' in speaker ? speaker.slug : undefined
    const behind =
      (slug && this.#actors.known.behind(slug)) ??
      principalIn(words, this.#actors, homeStates[this.#language])
    const onBehalfOf = behind === slug ? undefined : behind
    const isOne = isPerson || words.some((one) => isPersonWord(one.toLowerCase()))
    const known = firstName(name[0] ?? '')
    const meant = gender ?? (name.length > 1 ? known?.gender : undefined)
    this.#spoke.push({ speaker, gender: meant, isPerson: isOne, begin })
    return { speaker, onBehalfOf }
  }

  /** A last name alone is a person's behind a title only; a place behind an office stands in the genitive. */
  #isPerson(
    words: readonly string[],
    name: readonly string[],
    { isOblique, gender }: { isOblique: boolean; gender: SpokenGender },
  ): boolean {
    if (name.length !== 1) return name.length > 1
    if (words.length === 1) return !this.#isBody(words)
    if (this.#actors.person(name) || this.#named.has(slavicKeyOf(name[0] as string))) return true
    if (!words.some((one) => isPersonWord(one.toLowerCase()))) return false
    const isWoman = gender === 'f' && /[ая]$/.test(name[0] as string)
    return !isOblique && (isWoman || !obliquePlace.test(name[0] as string))
  }

  #isBody(words: readonly string[]): boolean {
    return words.length === 1
      ? this.#actors.nameAt(words, 0) !== undefined ||
          bodyAt(words, 0) !== undefined ||
          stateAt(words, 0) !== undefined ||
          isBodyWord((words[0] as string).toLowerCase())
      : isBodyWord((words[0] as string).toLowerCase())
  }

  /** The person of a name: one whom the graph knows, one whom the report named before, or a new one. */
  #person(name: readonly string[], isOblique: boolean): Speaker {
    const known = this.#actors.person(name)
    if (known) return { slug: known }
    const key = slavicKeyOf(name.at(-1) as string)
    const full =
      name.length > 1 ? (isOblique ? nominative(name, this.#language) : [...name]) : this.#named.get(key)
    if (!full) return { proposed: name.join(' ') }
    if (!this.#named.has(key)) this.#named.set(key, full)
    const again = this.#named.get(key) as string[]
    // The same person in another case, or another of that last name.
    const isSame = slavicKeyOf(again[0] as string) === slavicKeyOf(full[0] as string)
    return { proposed: (isSame ? again : full).join(' ') }
  }

  #body(words: readonly string[], written: string): Speaker {
    for (let at = 0; at < Math.min(words.length, 3); at++) {
      const found = this.#actors.nameAt(words, at)
      const rest = words.slice(at + (found?.length ?? 0))
      if (found && this.#isWhole(words.slice(0, at), rest)) return { slug: found.slug }
    }
    const state = words.length === 1 ? stateAt(words, 0) : undefined
    const body = bodyAt(words, 0)
    if (body) return { proposed: [body.name, ...words.slice(body.keys.length)].join(' ') }
    // An acronym has no cases, so that it can be told by itself.
    const called = /^\p{Lu}{2,}$/u.test(words[0] as string)
      ? words.join(' ')
      : written.replace(/\s+/g, ' ').trim()
    return { proposed: state && state.naming.kind !== 'people' ? state.naming.name : called }
  }

  /**
   * Whether words are a body's whole name: beside it stand at most its state and what kind of body it is. A press service
   * is the body's voice.
   */
  #isWhole(before: readonly string[], rest: readonly string[]): boolean {
    const isState = (list: readonly string[], at: number) => stateAt(list, at) !== undefined
    return (
      before.every(
        (one, at) =>
          isState(before, at) ||
          /^(?:пресс-|прес-|штаб|командовани|командуванн|служб)/.test(one.toLowerCase()),
      ) && rest.every((_, at) => isState(rest, at))
    )
  }

  /** "Добавил, что": whoever of that gender spoke last. */
  #elided(verb: string, gender: SpokenGender, begin: number): Read {
    if (gender === undefined || this.#formOf(verb)?.kind !== 'past')
      return { speaker: undefined, onBehalfOf: undefined }
    return this.#last(begin, gender) ?? { speaker: undefined, onBehalfOf: undefined }
  }

  /** The last speaker of a gender, if nobody else of that gender could be meant as well. */
  #last(begin: number, gender: 'm' | 'f'): Read | undefined {
    const found = this.#spoke.findLast(
      (one) => one.isPerson && one.gender === gender && begin - one.begin < FARTHEST_SPEAKER,
    )
    if (!found) return undefined
    this.#spoke.push({ ...found, begin })
    const slug = 'slug' in found.speaker ? found.speaker.slug : undefined
    return { speaker: found.speaker, onBehalfOf: slug && this.#actors.known.behind(slug) }
  }

  #genderOf(verb: string): SpokenGender {
    const gender = this.#formOf(verb)?.gender
    return gender === 'n' ? undefined : gender
  }

  /** The form of the verb of saying among the words of a cue. */
  #formOf(cue: string): SlavicVerbForm | undefined {
    const words = cue.toLowerCase().replace(/ё/g, 'е').match(wordOfSpeaker) ?? []
    return words.map((one) => senseOf(one, this.#language)?.form).find((form) => form !== undefined)
  }
}
