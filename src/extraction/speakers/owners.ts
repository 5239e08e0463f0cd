import { bodyCalled, isStateBody } from '../lexicon/bodies.ts'
import { fullNamesOf } from '../lexicon/full-names.ts'
import type { Office } from '../lexicon/offices.ts'
import { isInternationalBody, stateBodyNamed } from '../lexicon/other-names.ts'
import { stateCalled } from '../lexicon/states.ts'
import { isFullName, withoutTitle } from '../lexicon/titles.ts'
import { namedWithin } from './about.ts'
import { comparedName } from './compared-name.ts'
import { HomeState } from './home-state.ts'
import type { KnownActors } from './known-actors.ts'
import { isNoName } from './name-context.ts'
import {
  anyBodyWord,
  armedWord,
  genericWords,
  headOfState,
  heldInBody,
  isCommonWord,
  isOfThatState,
  isOwner,
  isOwnerName,
  nationalBody,
  ofStatesAlone,
  stateAdjective,
} from './owner-words.ts'
import { lastNamedBefore, type NamedPhrase, paragraphAt } from './phrase-index.ts'
import type { Speaker } from './speaker.ts'
import type { StateFound, StateIndex } from './state-index.ts'

/** Somebody who spoke, and for whom. */
export interface SpeakerHeard {
  readonly begin: number
  /** The words for the speaker there. */
  readonly words: string
  readonly speaker: Speaker
  readonly principal: Speaker | undefined
  readonly isPerson: boolean
}

/** The most speakers that are looked back over for "the company". */
const MOST_OWNERS_SPOKEN = 100
const ministry = /\bminist(?:er|ers|ry|ries)\b/i

/** Tells whom words mean that are whose office or body it is: "Kremlin", "his", "the Harbour Union". */
export class Owners {
  readonly #text: string
  readonly #named: readonly NamedPhrase[]
  readonly #known: KnownActors
  readonly #states: StateIndex
  readonly #home: HomeState
  /** The places where the text names bodies of any kind. */
  readonly #bodies: readonly NamedPhrase[]

  constructor(text: string, named: readonly NamedPhrase[], known: KnownActors, states: StateIndex) {
    this.#text = text
    this.#named = named
    this.#known = known
    this.#states = states
    this.#bodies = named.filter(({ of }) => this.#isBody(of))
    this.#home = new HomeState(text, named, known, states)
  }

  /** The state of this first name: of the graph, or else proposed. */
  state(name: string): Speaker {
    const slug = this.#known.state(name)
    return slug ? { slug } : { proposed: name }
  }

  /** The one for whom a body speaks, or the body itself. */
  top(slug: string): Speaker {
    const above = this.#known.behind(slug)
    if (above) return { slug: above }
    const own = this.#known.bySlug.get(slug)
    const state =
      own?.type === 'ORGANIZATION' ? own.names.map((name) => this.ofBody(name)).find(Boolean) : undefined
    return state ?? { slug }
  }

  /** The one for whom the holder of an office speaks. */
  ofOffice(
    { of, role, begin, end }: Office,
    at: number,
    spoke: readonly SpeakerHeard[],
  ): Speaker | undefined {
    const phrase = this.#text.slice(begin, end)
    if (/leader$/.test(role)) return this.#armedGroup(phrase, begin, at, spoke)
    if (begin === end) return this.#unowned(of, role, at, spoke)
    if (/^(?:his|her|its|their)$/i.test(phrase)) return this.#antecedent(phrase, at, spoke)
    return (
      this.#bodyWithin(begin, end) ??
      this.#ofStateWords(phrase, of, role) ??
      this.#personWithin(begin, end, of) ??
      this.#unknown(phrase, of, role, at, spoke)
    )
  }

  /** The fighters that somebody leads and speaks for. The leader of a party speaks for himself. */
  #armedGroup(
    phrase: string,
    begin: number,
    at: number,
    spoke: readonly SpeakerHeard[],
  ): Speaker | undefined {
    const found = /^(?:its|their)$/i.test(phrase)
      ? this.#antecedent(phrase, at, spoke)
      : (this.#bodyWithin(begin, begin + phrase.length) ?? this.#unknown(phrase, 'body', 'of', at, spoke))
    const type = found && ('slug' in found ? this.#typeOf(found.slug) : bodyCalled(found.proposed)?.type)
    return type === 'ARMED_GROUP' ? found : undefined
  }

  /** The state of a body that is called so; undefined where it is none of a state's, or nobody can tell whose. */
  ofBody(words: string): Speaker | undefined {
    const body = stateBodyNamed(words)
    if (body) return this.state(body.state)
    const [state] = this.#states.in(words)
    if (!state) return undefined
    if (isStateBody(words) || isOfThatState(words, state))
      return isOwner(words, state) ? this.state(state.state) : undefined
    return undefined
  }

  /** A ministry, an army, an embassy whose state is not beside it. */
  ofUnownedBody(words: string, at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    return nationalBody.test(words) && this.#states.in(words).length === 0
      ? this.#national(words, at, spoke)
      : undefined
  }

  /** "a spokesman", "two board members", "Chief engineer Ada Vega": of the body that was named last, or alone. */
  #unowned(of: Office['of'], role: string, at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    if (of === 'state') return nationalBody.test(role) ? this.#national(role, at, spoke) : undefined
    if (!heldInBody.test(role)) return undefined
    const from = paragraphAt(this.#text, at)
    const last = lastNamedBefore(this.#bodies, at, () => true)
    const other = this.#bodies.find(({ of: slug }) => slug !== this.#bodies[0]?.of)
    const isAlone = !other || other.begin > at
    const spoken = spoke.findLast((one) => one.begin >= from && one.begin < at && !one.isPerson)
    if (spoken && spoken.begin > (last?.begin ?? -1)) return spoken.principal ?? spoken.speaker
    return last && (last.begin >= from || isAlone) ? this.top(last.of) : undefined
  }

  #isBody(slug: string): boolean {
    return /^(?:ORGANIZATION|ARMED_GROUP)$/.test(this.#typeOf(slug))
  }

  /** The body that these words name, or its state. */
  ofRange(begin: number, words: string): Speaker | undefined {
    return this.#bodyWithin(begin, begin + words.length) ?? this.ofBody(words)
  }

  #national(words: string, at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    const told = this.#home.told(words, at)
    if (told) return this.state(told)
    const inParagraph = this.#home.inParagraph(words, at)
    const near = inParagraph ? { slug: inParagraph } : this.#lastState(at, spoke)
    const { dateline, most } = this.#home
    const first = spoke.slice(0, MOST_OWNERS_SPOKEN).map(({ speaker, principal }) => principal ?? speaker)
    const likeliest = [
      near,
      dateline === undefined ? undefined : this.state(dateline),
      most === undefined ? undefined : { slug: most },
      first.find((one) => this.#isState(one)),
    ]
    return likeliest.find((one) => one && !(ministry.test(words) && this.#hasDepartments(one)))
  }

  /** The United States have departments and secretaries: a ministry that is named beside them is another state's. */
  #hasDepartments(one: Speaker): boolean {
    const names = 'slug' in one ? (this.#known.bySlug.get(one.slug)?.names ?? []) : [one.proposed]
    return names.some((name) => stateCalled(name) === 'United States')
  }

  /** The state for which somebody spoke before in the same paragraph. */
  #lastState(at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    const from = paragraphAt(this.#text, at)
    const last = spoke.findLast(({ begin }) => begin < at)
    const one = last && last.begin > from ? (last.principal ?? last.speaker) : undefined
    return this.#isState(one) ? one : undefined
  }

  #isState(one: Speaker | undefined): boolean {
    if (!one) return false
    if ('slug' in one) return this.#typeOf(one.slug) === 'STATE'
    return this.#states.in(one.proposed).some(({ state }) => state === one.proposed)
  }

  #bodyWithin(begin: number, end: number): Speaker | undefined {
    const found = [...namedWithin([[begin, end]], this.#named)].find(
      (slug) => !/^(?:STATE|PERSON)$/.test(this.#typeOf(slug)),
    )
    return found && this.#known.bySlug.has(found) ? this.top(found) : undefined
  }

  #personWithin(begin: number, end: number, of: Office['of']): Speaker | undefined {
    if (of !== 'anybody') return undefined
    const found = [...namedWithin([[begin, end]], this.#named)].find(
      (slug) => this.#typeOf(slug) === 'PERSON',
    )
    return found ? { slug: found } : undefined
  }

  #typeOf(slug: string): string {
    return this.#known.bySlug.get(slug)?.type ?? ''
  }

  /** "Norwegian", "British maritime", "Iran's foreign ministry", but no "Norwegian Refugee Council". */
  #ofStateWords(phrase: string, of: Office['of'], role: string): Speaker | undefined {
    const body = this.ofBody(phrase)
    if (body) return body
    const [state] = this.#states.in(phrase)
    if (!state || of === 'body') return undefined
    const rest = `${phrase.slice(0, state.begin)} ${phrase.slice(state.end)}`
    if (ofStatesAlone.test(role) || !/(?<!\p{L})\p{Lu}/u.test(rest)) return this.state(state.state)
    return undefined
  }

  #antecedent(pronoun: string, at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    const isPerson = /^(?:his|her)$/i.test(pronoun)
    const spoken = spoke.findLast((one) => one.begin < at && one.isPerson === isPerson)
    const isMeant = ({ of }: NamedPhrase) =>
      this.#known.bySlug.has(of) && isPerson === (this.#typeOf(of) === 'PERSON')
    const named = lastNamedBefore(this.#named, at, isMeant)
    const office = isPerson ? this.#officeBefore(at) : undefined
    if (office && office.begin > Math.max(named?.begin ?? -1, spoken?.begin ?? -1))
      return this.state(office.state)
    if (named && named.begin > (spoken?.begin ?? -1))
      return isPerson ? { slug: named.of } : this.top(named.of)
    return isPerson ? spoken?.speaker : (spoken?.principal ?? spoken?.speaker)
  }

  /** "The Ukrainian president will come, his office said." */
  #officeBefore(at: number): StateFound | undefined {
    const from = Math.max(0, at - 200)
    const before = this.#text.slice(from, at)
    const found = this.#states.in(before).findLast(({ end }) => headOfState.test(before.slice(end)))
    return found && { ...found, begin: found.begin + from }
  }

  #unknown(
    phrase: string,
    of: Office['of'],
    role: string,
    at: number,
    spoke: readonly SpeakerHeard[],
  ): Speaker | undefined {
    const name = phrase.replace(/^the\s+/i, '').replace(/['’]s?$/, '')
    const unowned = /^government$/i.test(name)
      ? this.#national(name, at, spoke)
      : this.ofUnownedBody(
          of === 'state' || !/\p{Lu}/u.test(name) || stateAdjective.test(name) ? `${name} ${role}` : name,
          at,
          spoke,
        )
    if (unowned) return unowned
    if (!/\p{Lu}/u.test(name))
      return (
        this.#calledBefore(name, at, spoke) ??
        (of === 'body' ? this.#unowned(of, role, at, spoke) : undefined)
      )
    if (isCommonWord(name)) return this.#calledBefore(name.toLowerCase(), at, spoke)
    if (of === 'anybody' && (isFullName(name) || fullNamesOf(name, this.#text).length === 1))
      return { proposed: fullNamesOf(name, this.#text)[0] ?? withoutTitle(name) }
    const body = bodyCalled(name)
    if (role === 'of')
      return body && !/^(?:MEDIA_OUTLET|STATE)$/.test(body.type) ? { proposed: name } : undefined
    if (isInternationalBody(name) || body || (of !== 'state' && isOwnerName.test(name)))
      return { proposed: name }
    return undefined
  }

  /** "the company", "the committee's": the last body that spoke or was named, and is called so. */
  #calledBefore(name: string, at: number, spoke: readonly SpeakerHeard[]): Speaker | undefined {
    const word = comparedName(name).split(/\s+/).at(-1) ?? ''
    if (!genericWords.test(word) && !armedWord.test(word)) return undefined
    const isArmed = armedWord.test(word)
    const isCalled = (slug: string) =>
      (isArmed ? /^ARMED_GROUP$/ : /^(?:ORGANIZATION|ARMED_GROUP|MEDIA_OUTLET)$/).test(this.#typeOf(slug))
    const isSo = (speaker: Speaker) =>
      'slug' in speaker
        ? isCalled(speaker.slug)
        : !isNoName(speaker.proposed) &&
          (comparedName(speaker.proposed).includes(word) || anyBodyWord.test(word))
    const isFor = ({ isPerson, speaker, principal, words }: SpeakerHeard) =>
      isPerson
        ? principal && comparedName(words).includes(word)
        : isSo(speaker) || comparedName(words).includes(word)
    const spoken = spoke.slice(-MOST_OWNERS_SPOKEN).findLast((one) => one.begin < at && isFor(one))
    const named = lastNamedBefore(this.#named, at, ({ of }) => isCalled(of))
    if (named && named.begin > (spoken?.begin ?? -1)) return this.top(named.of)
    return spoken?.principal ?? spoken?.speaker
  }
}
