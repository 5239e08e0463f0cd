import { stateCalled } from '../lexicon/states.ts'
import type { KnownActors } from './known-actors.ts'
import { lastNamedBefore, type NamedPhrase, paragraphAt } from './phrase-index.ts'
import type { StateIndex } from './state-index.ts'

const LONGEST_OFFICE_NAME = 60
const MOST_OFFICES_COMPARED = 30

/** The word that tells one ministry or minister from another: foreign, defence. */
const fieldOfOffice =
  /\b(?:foreign|interior|defen[cs]e|energy|education|health|finance|justice|culture|transport|agriculture|economy|emergenc(?:y|ies)|digital|trade|labou?r|environment|information|home|presidential|election|security)\b/i

/** Finds the state whose ministry, minister or embassy a text means where it does not say so. */
export class HomeState {
  readonly #text: string
  readonly #named: readonly NamedPhrase[]
  readonly #known: KnownActors
  readonly #states: StateIndex
  readonly #dateline: string | undefined
  readonly #found = new Map<string, string | undefined>()
  #most: string | null | undefined

  constructor(text: string, named: readonly NamedPhrase[], known: KnownActors, states: StateIndex) {
    this.#text = text
    this.#named = named
    this.#known = known
    this.#states = states
    this.#dateline = datelineOf(text)
  }

  /** The first name of a state: whose town is named before it, or whose it was elsewhere. */
  told(words: string, at: number): string | undefined {
    const about = fieldOfOffice.exec(words)?.[0].toLowerCase()
    return this.#townBefore(at) ?? (about ? this.#elsewhere(about) : undefined)
  }

  get dateline(): string | undefined {
    return this.#dateline
  }

  /** The state whose body or official the paragraph names last before a place, by its slug; of an embassy, the state as well. */
  inParagraph(words: string, at: number): string | undefined {
    const from = paragraphAt(this.#text, at)
    const isEmbassy = /\bembassy\b/i.test(words)
    const last = lastNamedBefore(
      this.#named,
      at,
      ({ begin, of }) =>
        begin >= from &&
        (isEmbassy || this.#known.bySlug.get(of)?.type !== 'STATE') &&
        this.#stateOf(of) !== undefined,
    )
    return last && this.#stateOf(last.of)
  }

  /** The state that is named most, itself or by its bodies and people, by its slug. */
  get most(): string | undefined {
    if (this.#most === undefined) this.#most = this.#countMost() ?? null
    return this.#most ?? undefined
  }

  #countMost(): string | undefined {
    const counts = new Map<string, number>()
    for (const { of } of this.#named) {
      const state = this.#stateOf(of)
      if (state) counts.set(state, (counts.get(state) ?? 0) + 1)
    }
    const [first, second] = [...counts].sort(([, a], [, b]) => b - a)
    return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
  }

  #stateOf(slug: string): string | undefined {
    if (this.#known.bySlug.get(slug)?.type === 'STATE') return slug
    const behind = this.#known.behind(slug)
    return behind && this.#known.bySlug.get(behind)?.type === 'STATE' ? behind : undefined
  }

  /** "the Kharvian Energy Ministry", "interior ministry of Niger" in another place of the text. */
  #elsewhere(about: string): string | undefined {
    if (!this.#found.has(about)) this.#found.set(about, this.#lookFor(about))
    return this.#found.get(about)
  }

  #lookFor(about: string): string | undefined {
    const called = new RegExp(
      `(?<!\\p{L})${about}\\s+(?:affairs\\s+)?(?:ministry|minister|secretary|service|commission)(?!\\p{L})`,
      'giu',
    )
    let looks = 0
    for (const match of this.#text.matchAll(called)) {
      if (looks++ > MOST_OFFICES_COMPARED) return undefined
      const owner = this.#ownerAt(match.index, match.index + match[0].length)
      if (owner) return owner
    }
    return undefined
  }

  #ownerAt(begin: number, end: number): string | undefined {
    const before = this.#text.slice(Math.max(0, begin - LONGEST_OFFICE_NAME), begin)
    const owner = this.#states.in(before).at(-1)
    if (owner && /^(?:['’]s?)?\s+$/.test(before.slice(owner.end))) return owner.state
    const rest = this.#text.slice(end, end + LONGEST_OFFICE_NAME)
    const behind = /^(?:\s\p{Lu}[\p{L}’'-]+){0,3}\s(?:of|in)\s/u.exec(rest)
    const [of] = behind ? this.#states.in(rest.slice(behind[0].length)) : []
    return of?.begin === 0 ? of.state : undefined
  }

  /** "In Abuja, the defence minister". */
  #townBefore(at: number): string | undefined {
    const before = this.#text.slice(Math.max(0, at - LONGEST_OFFICE_NAME), at)
    const town = /\b[Ii]n\s((?:\p{Lu}[\p{L}'’-]+\s?){1,3}?),?\s(?:the\s)?$/u.exec(before)?.[1]
    return town && stateCalled(town)
  }
}

/** "TEHRAN, May 3 (Reuters) - ", "Moscow — ". */
function datelineOf(text: string): string | undefined {
  for (const line of text.slice(0, 600).split('\n')) {
    const place =
      /^(\p{Lu}[\p{L}'’ ]{2,24}?)(?:,\s[^—–\n]{1,30}?)?(?:\s*\([^)]{1,40}\))?(?:\s*[—–]|\s-{1,2}|\.\s\/)/u.exec(
        line,
      )?.[1]
    const state = place && stateCalled(place)
    if (state) return state
  }
  return undefined
}
