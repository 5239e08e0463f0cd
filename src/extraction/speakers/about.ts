import type { Span } from '../attribution.ts'
import { isStateBody, kindOfBody } from '../lexicon/bodies.ts'
import { otherNames } from '../lexicon/other-names.ts'
import { rememberedByWords } from '../lexicon/remembered.ts'
import type { StateForm } from '../lexicon/states.ts'
import type { KnownActor, KnownActors } from './known-actors.ts'
import { isThatPerson, knownLastNames, type LastNamed } from './last-names.ts'
import { isAmericanGeorgia, isNoName, isPartOfOther, isTown } from './name-context.ts'
import { bracketedAcronyms } from './names-in-text.ts'
import { officesInText } from './offices-in-text.ts'
import { firstFrom, type NamedPhrase, PhraseIndex, phraseWords, type Words, wordAt } from './phrase-index.ts'
import type { StateIndex } from './state-index.ts'

interface KnownGraph {
  readonly actors: readonly KnownActor[]
  readonly entities: readonly { readonly slug: string; readonly names: readonly string[] }[]
  readonly known: KnownActors
  readonly states: StateIndex
}

/**
 * All of the graph that a text names, in its order: by every name, by a state's people and the seat of its government, by
 * an acronym that the text gives, by an office, by a last name. Of names that overlap the longest counts.
 */
export function namedIn(text: string, graph: KnownGraph): NamedPhrase[] {
  const words = phraseWords(text)
  const reader = new NamingReader(words, text, graph)
  const found: NamedPhrase[] = []
  for (let at = 0; at < words.begins.length; ) {
    const { of, length, isOfOthers } = reader.at(at)
    const [begin, end] = [words.begins[at] as number, words.ends[at + length - 1] as number]
    if (of) found.push({ begin, end, of })
    at += isOfOthers ? 1 : length
  }
  return [...found, ...officesInText(words, graph.known)].sort((a, b) => a.begin - b.begin)
}

/** All that is named within pieces of a text, each once. */
export function namedWithin(spans: readonly Span[], named: readonly NamedPhrase[]): Set<string> {
  const found = new Set<string>()
  for (const [begin, end] of spans)
    for (const one of named.slice(firstFrom(named, begin), firstFrom(named, end)))
      if (one.end <= end) found.add(one.of)
  return found
}

/** The one whose name the words are, but for an article. */
export function namedAs([begin, end]: Span, text: string, named: readonly NamedPhrase[]): string | undefined {
  const from = begin + (/^the\s+/i.exec(text.slice(begin, begin + 10))?.[0].length ?? 0)
  const one = named[firstFrom(named, from)]
  return one && one.begin === from && one.end === end ? one.of : undefined
}

interface Met {
  /** Undefined where the words are a name, but of nobody whom the graph knows. */
  readonly of: string | undefined
  readonly length: number
  /** Whether others are named within it: the fire at Bodo is Bodo's as well. */
  readonly isOfOthers?: boolean
}

/** A ministry, or a body of a name so long that no other goes by it: the Central Election Commission. */
const isOfState = (name: string): boolean =>
  isStateBody(name) || (/\s\S+\s/.test(name) && kindOfBody(name) === 'GOVERNMENT_BODY')

interface Own {
  readonly slug: string
  readonly isActor: boolean
  /** Whether it is a body's name without the state's. */
  readonly isShort?: boolean
}

const metNobody: Met = { of: undefined, length: 1 }

class NamingReader {
  readonly #words: Words
  readonly #text: string
  readonly #known: KnownActors
  readonly #states: StateIndex
  readonly #names = new PhraseIndex<Own>()
  readonly #lastNames: PhraseIndex<LastNamed>
  readonly #bodies = new Map<string, string | undefined>()
  readonly #isAmericanGeorgia: boolean

  constructor(words: Words, text: string, { actors, entities, known, states }: KnownGraph) {
    this.#states = states
    this.#words = words
    this.#text = text
    this.#known = known
    this.#learn(actors, true)
    this.#learnShort(actors.filter(({ type }) => type === 'ORGANIZATION'))
    for (const { acronym, name } of bracketedAcronyms(text)) {
      const slug = known.named(name)
      if (slug) this.#names.add(acronym, { slug, isActor: true })
    }
    this.#learn(entities, false)
    this.#lastNames = knownLastNames(actors)
    this.#isAmericanGeorgia = isAmericanGeorgia(text)
  }

  /** Learns names. A name that two of a kind have stands for neither. */
  #learn(named: KnownGraph['entities'], isActor: boolean): void {
    const slugs = new Map<string, string | null>()
    for (const { slug, names } of named)
      for (const form of names.flatMap(formsOfName))
        slugs.set(form, (slugs.get(form) ?? slug) === slug ? slug : null)
    for (const [form, slug] of slugs) if (slug) this.#names.add(form, { slug, isActor })
    for (const { slug, names } of isActor ? named : [])
      for (const form of names.flatMap(otherNames)) this.#names.add(form, { slug, isActor })
  }

  /** "the Energy Ministry", where the graph has but one that the text can mean. */
  #learnShort(named: KnownGraph['entities']): void {
    const slugs = new Map<string, string | null>()
    for (const { slug, names } of named)
      for (const form of names.filter(isOfState).flatMap((name) => this.#withoutState(name)))
        slugs.set(form, (slugs.get(form) ?? slug) === slug ? slug : null)
    for (const [form, slug] of slugs) if (slug) this.#names.add(form, { slug, isActor: true, isShort: true })
  }

  #withoutState(name: string): string[] {
    const [state] = this.#states.in(name)
    if (!state) return []
    const rest = `${name.slice(0, state.begin).replace(/\s*\b(?:of|in)\s+(?:the\s+)?$/i, '')} ${name.slice(state.end).replace(/^['’]s?/, '')}`
    const short = rest.replace(/\s+/g, ' ').trim()
    if (!/\s/.test(short) || !isOfState(short)) return []
    return [
      short,
      short.toLowerCase(),
      short.replace(/(?<!\p{L})\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase()),
    ]
  }

  /** A short name stands for nobody behind the name of another state, or before it. */
  #isAnothers(at: number, length: number): boolean {
    const { text, begins, ends } = this.#words
    const before = text.slice(Math.max(0, (begins[at] as number) - 20), begins[at])
    if (/\bof\s/.test(text.slice(ends[at + length - 1], (ends[at + length - 1] as number) + 4))) return true
    const word = wordAt(this.#words, at, at - 1)
    return /['’]s?\s$/.test(before) || (/^\p{Lu}/u.test(word) && !isNoName(word))
  }

  at(at: number): Met {
    const name = this.#names.longestAt(this.#words, at)
    const state = this.#states.longestAt(this.#words, at)
    if (state && state.length >= (name?.length ?? 0))
      return this.#state(at, state, name?.length === state.length ? name.of : undefined)
    if (name?.of.isShort && this.#isAnothers(at, name.length)) return metNobody
    if (name) {
      const of = this.#isOther(at, name.length) ? undefined : name.of.slug
      return { of, length: name.length, isOfOthers: !name.of.isActor && name.length > 2 }
    }
    return this.#lastName(at)
  }

  #state(
    at: number,
    { of: { state, of }, length }: { of: { state: string; of: StateForm }; length: number },
    own: Own | undefined,
  ): Met {
    if (this.#isOther(at, length) || (state === 'Georgia' && this.#isAmericanGeorgia))
      return { of: undefined, length }
    const isMeant = of !== 'seat' || !isTown(this.#words, at, at + length - 1)
    const slug = isMeant && !own?.isActor ? (this.#known.state(state) ?? own?.slug) : own?.slug
    return this.#bodyCalled(at, length) ?? { of: slug, length }
  }

  /** "Norway's defence ministry", by whatever words the graph has for it. */
  #bodyCalled(at: number, length: number): Met | undefined {
    const { text, begins, ends } = this.#words
    const begin = begins[at] as number
    for (let last = Math.min(at + length + 3, begins.length - 1); last >= at + length; last--) {
      const phrase = text.slice(begin, ends[last])
      if (phrase.length > 100 || /[.!?,;:]\s/.test(phrase)) continue
      const of = this.#bodyNamed(phrase)
      if (of) return { of, length: last - at + 1 }
    }
    return undefined
  }

  #bodyNamed(phrase: string): string | undefined {
    if (!this.#bodies.has(phrase)) {
      const slug = this.#known.named(phrase)
      const isBody = slug && this.#known.bySlug.get(slug)?.type !== 'STATE'
      this.#bodies.set(phrase, isBody ? slug : undefined)
    }
    return this.#bodies.get(phrase)
  }

  #isOther(at: number, length: number): boolean {
    return length < 3 && isPartOfOther(this.#words, at, at + length - 1)
  }

  #lastName(at: number): Met {
    const met = this.#lastNames.longestAt(this.#words, at)
    return met
      ? {
          of: isThatPerson(met.of, this.#words, at, this.#text) ? met.of.slug : undefined,
          length: met.length,
        }
      : metNobody
  }
}

/** A name, what it is without the brackets behind it, and what stands in them; as within a sentence, and as one begins. */
const formsOfName = rememberedByWords((name: string): readonly string[] => {
  const brackets = /^(.+?)\s*\(([^()]+)\)$/.exec(name)
  const forms = brackets ? [name, brackets[1] as string, brackets[2] as string] : [name]
  return forms.flatMap((form) => {
    const bare = /\s.*\s/.test(form) ? form.replace(/^the\s+/i, '') : form
    const isPhrase = /^\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(bare)
    const small = bare.charAt(0).toLowerCase() + bare.slice(1)
    return [bare, bare.charAt(0).toUpperCase() + bare.slice(1), ...(isPhrase ? [small] : [])]
  })
})
