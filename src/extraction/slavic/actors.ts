import { stateNames } from '../lexicon/states.ts'
import { comparedName } from '../speakers/compared-name.ts'
import { type KnownActor, KnownActors } from '../speakers/known-actors.ts'
import type { KnownEntity } from '../speakers/resolve.ts'
import { bodyAt } from './bodies.ts'
import { firstNameKeys } from './first-names.ts'
import { slavicKeyOf, slavicKeysOf } from './keys.ts'
import type { Slavic } from './lexicon.ts'
import { stateAt, stateNamed } from './states.ts'

interface KnownPerson {
  readonly slug: string
  /** The keys that the first name may have. */
  readonly firsts: readonly string[]
  readonly initial: string
}

/** Somebody named in a text: whom the graph knows, and by how many words. */
export interface SlavicNaming {
  readonly slug: string
  readonly length: number
}

/** The country whose bodies a text means where it names none: a Russian text's ministry is Russia's. */
export const homeStates = { ru: 'russia', uk: 'ukraine' } as const

/** Looks up those whom the graph knows by the words of a text in any case. What two answer to, neither does. */
export class SlavicActors {
  readonly known: KnownActors
  readonly #home: string
  readonly #people = new Map<string, KnownPerson[]>()
  readonly #states = new Map<string, string>()
  /** The keys of all other names, by the first of them. */
  readonly #names = new Map<string, { keys: readonly string[]; slug: string }[]>()

  constructor(actors: readonly KnownActor[], entities: readonly KnownEntity[], language: Slavic) {
    this.known = new KnownActors([...actors])
    this.#home = homeStates[language]
    for (const actor of actors) for (const name of actor.names) this.#learn(actor, name)
    for (const { slug, names } of entities) for (const name of names) this.#learnName(name, slug)
  }

  #learn({ slug, type }: KnownActor, name: string): void {
    const words = name.trim().split(/\s+/)
    if (type === 'PERSON') {
      if (words.length > 1) this.#learnPerson(words, slug)
      return
    }
    const state = type === 'STATE' ? (stateNames.get(comparedName(name)) ?? stateNamed(name)) : undefined
    if (state) this.#states.set(state, slug)
    this.#learnName(name, slug)
  }

  #learnPerson(words: readonly string[], slug: string): void {
    const [first = '', last = ''] = [words[0], words.at(-1)]
    const person = { slug, firsts: firstNameKeys(first), initial: slavicKeyOf(first).charAt(0) }
    const key = slavicKeyOf(last)
    this.#people.set(key, [...(this.#people.get(key) ?? []), person])
  }

  #learnName(name: string, slug: string): void {
    const keys = slavicKeysOf(name)
    const [first] = keys
    if (first === undefined) return
    this.#names.set(first, [...(this.#names.get(first) ?? []), { keys, slug }])
  }

  /** "Ивана Кравца", "И. Кравец", "Кравец": by the last name, and by the first where there is one. */
  person(words: readonly string[]): string | undefined {
    const last = words.at(-1)
    const found = last === undefined ? [] : (this.#people.get(slavicKeyOf(last)) ?? [])
    const firsts = words.slice(0, -1)
    const meant =
      firsts.length === 0
        ? found
        : found.filter((person) => firsts.some((word) => isFirstNameOf(word, person)))
    return only(meant.map(({ slug }) => slug))
  }

  stateOf(english: string): string | undefined {
    return this.#states.get(english)
  }

  /** A state, a body or a place that the words name which begin at one of them. */
  nameAt(words: readonly string[], at: number): SlavicNaming | undefined {
    const own = (this.#names.get(slavicKeyOf(words[at] as string)) ?? []).filter(({ keys }) =>
      keysStandAt(words, at, keys),
    )
    const longest = Math.max(0, ...own.map(({ keys }) => keys.length))
    const slug = only(own.filter(({ keys }) => keys.length === longest).map((name) => name.slug))
    const body = this.#bodyAt(words, at)
    if (slug && (!body || longest >= body.length)) return { slug, length: longest }
    if (body) return body
    const state = stateAt(words, at)
    const known = state && state.naming.kind !== 'people' ? this.stateOf(state.naming.state) : undefined
    return known && state ? { slug: known, length: state.length } : undefined
  }

  /** A body by its English name, with the state whose it is: the one beside it, or else the text's own. */
  #bodyAt(words: readonly string[], at: number): SlavicNaming | undefined {
    const body = bodyAt(words, at)
    if (!body) return undefined
    const length = body.keys.length
    if (body.state === null) return this.#named(body.english, undefined, length)
    const before = at > 0 ? stateAt(words, at - 1) : undefined
    const after = at + length < words.length ? stateAt(words, at + length) : undefined
    if (body.state) return this.#named(body.english, body.state.toLowerCase(), length)
    if (after && after.naming.kind === 'name')
      return this.#named(body.english, after.naming.state, length + after.length)
    return this.#named(body.english, before?.naming.state ?? this.#home, length)
  }

  #named(english: readonly string[], state: string | undefined, length: number): SlavicNaming | undefined {
    for (const name of english) {
      const forms = state ? [`${name} of ${state}`, `${state} ${name}`, name] : [name]
      for (const form of forms) {
        const slug = this.known.named(form)
        if (slug && this.known.bySlug.get(slug)?.type !== 'PERSON' && this.#isOf(slug, state))
          return { slug, length }
      }
    }
    return undefined
  }

  /** "Ministry of Defence" alone may be another state's. */
  #isOf(slug: string, state: string | undefined): boolean {
    const behind = state === undefined ? undefined : this.known.behind(slug)
    const wanted = state === undefined ? undefined : this.stateOf(state)
    return behind === undefined || wanted === undefined || behind === wanted
  }
}

const isFirstNameOf = (word: string, { firsts, initial }: KnownPerson): boolean =>
  /^\p{Lu}\.?$/u.test(word)
    ? slavicKeyOf(word.replace('.', '')).charAt(0) === initial
    : firstNameKeys(word).some((key) => firsts.includes(key))

const keysStandAt = (words: readonly string[], at: number, keys: readonly string[]): boolean => {
  if (!/^[\p{Lu}\p{N}]/u.test(words[at] as string) && keys.length < 2) return false
  return keys.every(
    (key, index) => at + index < words.length && slavicKeyOf(words[at + index] as string) === key,
  )
}

const only = (slugs: readonly string[]): string | undefined =>
  new Set(slugs).size === 1 ? slugs[0] : undefined
