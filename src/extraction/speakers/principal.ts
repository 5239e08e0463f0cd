import type { Span } from '../attribution.ts'
import { bodyCalled, isStateBody } from '../lexicon/bodies.ts'
import { fullNamesOf } from '../lexicon/full-names.ts'
import { type Office, officesIn } from '../lexicon/offices.ts'
import { isFullName, isRole, withoutTitle } from '../lexicon/titles.ts'
import { labelsInSmallLetters } from '../text/speaker-labels.ts'
import { isBodyByOffice } from './body-by-office.ts'
import { comparedName } from './compared-name.ts'
import type { KnownActors } from './known-actors.ts'
import { isNoName } from './name-context.ts'
import { Owners, type SpeakerHeard } from './owners.ts'
import type { NamedPhrase } from './phrase-index.ts'
import { bareSource } from './source-words.ts'
import type { Speaker } from './speaker.ts'
import type { StateIndex } from './state-index.ts'

const LONGEST_OFFICE_BEFORE = 80
const MOST_HEARD_READ = 12
/** The most speakers that are looked back over for somebody who is called by the office alone. */
const MOST_SPEAKERS_HEARD = 100

/**
 * Finds for whom the speakers of one report speak, in the order in which they do: `the Kremlin spokesman` → Kremlin, on
 * behalf of Russia; the client of a lawyer, the body of a spokesman. Once introduced so, somebody speaks so all through
 * the report.
 */
export class Principals {
  readonly #text: string
  readonly #known: KnownActors
  readonly #owners: Owners
  readonly #spoke: SpeakerHeard[] = []
  readonly #principals = new Map<string, Speaker>()
  readonly #bodies = new Map<string, boolean>()
  readonly #introductions = new Map<string, Speaker | undefined>()

  constructor(text: string, named: readonly NamedPhrase[], known: KnownActors, states: StateIndex) {
    this.#text = labelsInSmallLetters(text)
    this.#known = known
    this.#owners = new Owners(this.#text, named, known, states)
  }

  /** The one for whom a speaker speaks; undefined where it is nobody else. */
  of(speaker: Speaker | undefined, source: Span | undefined, isAlone = true): Speaker | undefined {
    if (!speaker || !source) return undefined
    return this.#of(speaker, this.#withoutTime(source), isAlone)
  }

  /** The words for the speaker without "14:20 " or "On Tuesday " before them. */
  #withoutTime([begin, end]: Span): Span {
    const before = this.#text.slice(Math.max(0, begin - 12), begin)
    return [begin + bareSource(this.#text.slice(begin, end), before).skipped, end]
  }

  #of(speaker: Speaker, source: Span, isAlone: boolean): Speaker | undefined {
    const isLed = isAlone && !/^(?:the|an?|his|her|its|their)\s/i.test(this.#text.slice(...source))
    const lead = isLed
      ? officeLeadingTo(this.#text.slice(Math.max(0, source[0] - LONGEST_OFFICE_BEFORE), source[0]))
      : ''
    const begin = source[0] - lead.length
    const words = this.#text.slice(begin, source[1])
    const found = this.#find(speaker, isAlone ? words : '', begin)
    const principal = found && haveSameKeys(found, speaker) ? undefined : found
    this.#spoke.push({
      begin: source[0],
      words,
      speaker,
      principal,
      isPerson: this.#isPerson(speaker, words),
    })
    if (principal) for (const key of keysOfSpeaker(speaker)) this.#principals.set(key, principal)
    return principal
  }

  #find(speaker: Speaker, words: string, begin: number): Speaker | undefined {
    if ('slug' in speaker)
      return (
        this.#ofKnown(speaker.slug) ??
        (this.#isLeader(speaker.slug) ? undefined : this.#told(speaker, words, begin))
      )
    return this.#told(speaker, words, begin)
  }

  #ofKnown(slug: string): Speaker | undefined {
    const actor = this.#known.bySlug.get(slug)
    const behind = this.#known.behind(slug)
    if (behind) return this.#owners.top(behind)
    return actor?.type === 'ORGANIZATION' ? this.#owners.top(slug) : undefined
  }

  /**
   * Whether somebody leads something in the graph, but does not speak for it: then the report's words do not change that.
   */
  #isLeader(slug: string): boolean {
    return this.#known.bySlug.get(slug)?.affiliations?.some(({ role }) => role === 'LEADER') ?? false
  }

  /** The principal that the words for the speaker tell, or those beside the name in other places, or as it was before. */
  #told(speaker: Speaker, words: string, begin: number): Speaker | undefined {
    return (
      this.#byOffice(words, begin) ??
      this.#byBody(speaker, words, begin) ??
      this.#introduced(speaker) ??
      this.#describedBefore(words, begin) ??
      keysOfSpeaker(speaker)
        .map((key) => this.#principals.get(key))
        .find(Boolean)
    )
  }

  #byOffice(words: string, begin: number, name = ''): Speaker | undefined {
    for (const office of officesIn(words)) {
      if (name && !isBeside(words, office.until, name)) continue
      const found = this.#owners.ofOffice(movedOffice(office, begin), begin, this.#spoke)
      if (found) return found
    }
    return undefined
  }

  #byBody(speaker: Speaker, words: string, begin: number): Speaker | undefined {
    if ('slug' in speaker) return undefined
    for (const name of [words, speaker.proposed].filter((one) => one.length < LONGEST_OFFICE_BEFORE)) {
      if (isFullName(withoutTitle(name)) && !bodyCalled(name)) continue
      const found =
        this.#owners.ofBody(name) ??
        (isStateBody(name) ? this.#owners.ofUnownedBody(name, begin, this.#spoke) : undefined)
      if (found) return found
    }
    return undefined
  }

  /** The principal that is told beside a full name, wherever the text has it: "Kremlin spokesman Pyotr Orlov came". */
  #introduced(speaker: Speaker): Speaker | undefined {
    const name = this.#fullNameOf(speaker)
    if (!name) return undefined
    if (!this.#introductions.has(name)) this.#introductions.set(name, this.#introducedBy(name))
    return this.#introductions.get(name)
  }

  #introducedBy(name: string): Speaker | undefined {
    let at = this.#text.indexOf(name)
    for (
      let looks = 0;
      at >= 0 && looks < MOST_HEARD_READ;
      looks++, at = this.#text.indexOf(name, at + name.length)
    ) {
      const begin = at - officeLeadingTo(this.#text.slice(Math.max(0, at - LONGEST_OFFICE_BEFORE), at)).length
      const end = at + name.length
      const behind =
        /^,\s[^.;:!?\n“”"]{3,100}?(?=,|\.|\ssaid|\stold|$)/u.exec(this.#text.slice(end, end + 120))?.[0] ?? ''
      const found =
        this.#byOffice(this.#text.slice(begin, end + behind.length), begin, name) ?? this.#headed(at)
      if (found) return found
    }
    return undefined
  }

  /** "the delegation of Norway, headed by the lawmaker Ada Vega". */
  #headed(at: number): Speaker | undefined {
    const from = Math.max(0, at - 2 * LONGEST_OFFICE_BEFORE)
    const before = this.#text.slice(from, at)
    const led = /\s(?:headed|led|chaired|represented)\sby\s(?:[\p{L}-]+\s){0,4}$/u.exec(before)
    if (!led) return undefined
    const body = before.slice(0, led.index).replace(/,$/, '')
    const begin = Math.max(...[...'.,;:!?\n'].map((stop) => body.lastIndexOf(stop))) + 1
    return this.#owners.ofRange(from + begin, body.slice(begin))
  }

  #fullNameOf(speaker: Speaker): string | undefined {
    if ('slug' in speaker) {
      const actor = this.#known.bySlug.get(speaker.slug)
      return actor?.type === 'PERSON' ? actor.names.find((name) => this.#text.includes(name)) : undefined
    }
    const name = withoutTitle(speaker.proposed.split(',')[0] as string)
    if (isFullName(name)) return name
    const [full, other] = fullNamesOf(name, this.#text)
    return other ? undefined : full
  }

  /** "the official", "the spokesman": for whom the last spoke who was called so. */
  #describedBefore(words: string, begin: number): Speaker | undefined {
    const called = /^(?:the|that|this)\s([\p{L}-]+)$/iu.exec(words)?.[1]?.toLowerCase()
    if (!called || !isRole(called)) return undefined
    return this.#spoke
      .slice(-MOST_SPEAKERS_HEARD)
      .findLast((one) => one.begin < begin && one.words.toLowerCase().includes(called))?.principal
  }

  #isPerson(speaker: Speaker, words: string): boolean {
    if ('slug' in speaker) return this.#known.bySlug.get(speaker.slug)?.type === 'PERSON'
    if (/^(?:he|she|his|her)$/i.test(words)) return true
    if (bodyCalled(speaker.proposed) || this.#isBodyByOffice(speaker.proposed)) return false
    return this.#fullNameOf(speaker) !== undefined
  }

  /** "Ada Vega, director of Clean Rivers Now": what has directors is nobody's name. */
  #isBodyByOffice(name: string): boolean {
    const found = this.#bodies.get(name) ?? isBodyByOffice(name, this.#text)
    this.#bodies.set(name, found)
    return found
  }
}

/** The words before a name that may be an office: from a capital, a possessive or a body's word on. */
function officeLeadingTo(before: string): string {
  const words = before.split(/(?<=\s)/)
  let first = words.length
  while (first > 0 && isPartOfOffice(words[first - 1] as string)) first--
  while (first < words.length && isNoOfficeWord((words[first] as string).trim())) first++
  return words.slice(first).join('')
}

const isNoOfficeWord = (word: string): boolean => isNoName(word) && !/^former$/i.test(word)

const isPartOfOffice = (word: string): boolean =>
  /^\p{Lu}(?:[\p{L}'’-]*|(?:r|rs|s|t|en|ol|aj|apt|gt|rig|dm|ov|ep|rof)?\.|\.\p{Lu}\.)\s$|^[\p{L}-]+['’]s?\s$/u.test(
    word,
  ) ||
  /^(?:foreign|defen[cs]e|interior|energy|education|health|finance|justice|ministry|army|military|government|police|navy|coast|guard|border|security|state|general|staff|prime|minister|deputy|spokes\p{L}+|press|secretary|ambassador|envoy|director|commissioner|representative|chief|executive|official|lawyer|presidential|adviser|campaign|manager),?\s$/iu.test(
    word,
  )

/** Right before the name, or behind it: no headline's "Harbour Union Chief Slams Ada Vega". */
function isBeside(words: string, until: number, name: string): boolean {
  const at = words.indexOf(name)
  return until > at || /^[,\s]*$/.test(words.slice(until, at))
}

const movedOffice = (office: Office, by: number): Office => ({
  ...office,
  begin: office.begin + by,
  end: office.end + by,
  until: office.until + by,
})

/** The keys by which somebody is known again within a report. */
function keysOfSpeaker(speaker: Speaker): string[] {
  if ('slug' in speaker) return [`slug ${speaker.slug}`]
  const name = withoutTitle(speaker.proposed.split(',')[0] as string)
  const last = isFullName(name) ? [comparedName(name.split(/\s+/).at(-1) as string)] : []
  return [comparedName(name), ...last]
}

const haveSameKeys = (one: Speaker, other: Speaker): boolean =>
  keysOfSpeaker(one).join() === keysOfSpeaker(other).join()
