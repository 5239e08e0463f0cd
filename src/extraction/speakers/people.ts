import { countWhile } from '../../text/in-order.ts'
import type { Span } from '../attribution.ts'
import { genderOfDescription, genderOfName } from '../lexicon/gender.ts'
import { fitOfShortName, isSameName, partsOfName } from '../lexicon/person-name.ts'
import { isRole } from '../lexicon/titles.ts'
import { type DescribedPerson, describedPeople } from './described.ts'
import { descriptionWords, withDescribed } from './described-mentions.ts'
import { headsAmong } from './heads.ts'
import type { KnownActors } from './known-actors.ts'
import type { NameRun } from './name-runs.ts'
import { Within } from './nearness.ts'
import { type NamedPerson, peopleInText } from './people-in-text.ts'
import type { PersonMention, PersonMet } from './person.ts'
import type { Speaker } from './speaker.ts'

/** Everybody whom a text names, each once, whatever it calls them. */
export class People {
  readonly mentions: PersonMention[] = []
  private readonly people: PersonMet[] = []
  private readonly byPart = new Map<string, PersonMet[]>()
  private readonly known: KnownActors
  /** The slugs of whom the graph knows and the text names: who belongs to one of them is meant rather than others of the same name. */
  private readonly named: ReadonlySet<string>

  constructor(
    text: string,
    runs: readonly NameRun[],
    sources: readonly Span[],
    known: KnownActors,
    named: ReadonlySet<string>,
  ) {
    this.known = known
    this.named = named
    const places = peopleInText(text, runs, sources)
    const full = places.filter((place) => place.isFull)
    for (const place of full.sort((a, b) => partsOfName(b.name).length - partsOfName(a.name).length))
      this.meetFull(place)
    for (const place of places) if (!place.isFull) this.meetShort(place, sources)
    this.mentions.sort((a, b) => a.begin - b.begin)
    this.meetDescribed(text, places, sources)
  }

  private meetFull(place: NamedPerson): void {
    const other = this.known.named(place.name)
    if (other && this.known.bySlug.get(other)?.type !== 'PERSON') return
    const parts = partsOfName(place.name)
    const person = this.sameName(parts) ?? this.add(place, parts, this.speakerOf(place))
    this.meet(person, place)
  }

  private sameName(parts: readonly string[]): PersonMet | undefined {
    return this.byPart
      .get(parts.at(-1) ?? '')
      ?.find((one) => endsIn(one.parts, parts) || isSameName(one.parts, parts))
  }

  private add(place: NamedPerson, parts: readonly string[], speaker: Speaker | undefined): PersonMet {
    const person: PersonMet = {
      speaker,
      parts,
      gender: genderOfName(place.name),
      words: new Set(),
      isFamily: place.before.isFamily || place.after.isFamily,
      begin: place.begin,
    }
    this.people.push(person)
    for (const part of new Set(
      parts.flatMap((one) => [one, one.replace(/^(?:al|el|an|ar|as|ash|at|az)-/, '')]),
    )) {
      const others = this.byPart.get(part)
      if (others) others.push(person)
      else this.byPart.set(part, [person])
    }
    return person
  }

  private meet(person: PersonMet, place: NamedPerson): void {
    for (const { words } of [place.before, place.after])
      for (const word of descriptionWords(words)) person.words.add(word)
    person.gender ??=
      genderOfDescription(place.before.words) ?? genderOfDescription(withoutComplement(place.after.words))
    this.mentions.push({ begin: place.begin, end: place.end, person })
  }

  private speakerOf({ name, before, after }: NamedPerson): Speaker | undefined {
    const slugs = this.known.peopleNamed(name)
    if (slugs.size === 0) return { proposed: name }
    const [only] = slugs
    const slug =
      slugs.size === 1
        ? only
        : this.known.choose(slugs, descriptionWords(`${before.words} ${after.words}`), this.named)
    return slug === undefined ? undefined : { slug }
  }

  /** A last name alone, or with a title. */
  private meetShort(place: NamedPerson, sources: readonly Span[]): void {
    const parts = partsOfName(place.name)
    const words = descriptionWords(`${place.before.words} ${place.after.words}`)
    const fitting = this.fitting(parts)
    if (fitting.length > 0) {
      const person = this.one(fitting, place, words)
      if (person) this.meet(person, place)
      return
    }
    const isTitled =
      place.titled !== place.name || (place.before.words !== '' && !/\bowners?$/i.test(place.before.words))
    const speaker = this.knownInShort(place.name, parts, words)
    if (speaker === 'NOBODY') {
      if (isTitled) this.meet(this.add(place, parts, { proposed: titledName(place) }), place)
    } else if (speaker || isTitled || isWithinSource(sources, place))
      this.meet(this.add(place, parts, speaker), place)
  }

  /** Adds those who are only described, in no name's own words. */
  private meetDescribed(text: string, places: readonly NamedPerson[], sources: readonly Span[]): void {
    const taken = places.map(
      ({ begin, end, before, after }): Span => [
        begin - before.words.length - 3,
        end + after.words.length + 4,
      ],
    )
    const within = new Within(taken)
    const free = describedPeople(text).filter(
      ({ begin, until }) => !within.has(begin) && !within.has(until - 1),
    )
    const ends = new Map(sources)
    const called = ({ begin, words }: DescribedPerson) =>
      ends.has(begin) ? (text.slice(begin, ends.get(begin)).split(/[,(—–]/)[0] as string).trim() : words
    this.mentions.push(...withDescribed(this.mentions.splice(0), free, this.known, called))
  }

  /** The speakers among those whom the words of a source name. */
  headsIn(span: Span, text: string): PersonMention[] {
    return headsAmong(this.between(span), span, text)
  }

  private between([begin, end]: Span): PersonMention[] {
    const first = countWhile(this.mentions, (one) => one.begin < begin)
    return this.mentions.slice(
      first,
      countWhile(this.mentions, (one) => one.begin < end),
    )
  }

  /** The person who ends right before a place, but for a comma or a short apposition. */
  endingAt(place: number, text: string): PersonMention | undefined {
    return this.between([place - 90, place]).findLast(({ end }) =>
      /^(?:,?\s|,\s[^,.;]{2,70},\s|,\s(?:an?|the)\s[^,.;]{2,70}\s)$/.test(text.slice(end, place)),
    )
  }

  /** Whether a last name is that of two whom the text names, and nothing tells which is meant. */
  isSeveral(words: string): boolean {
    return (
      /^(?:\p{L}+\.?\s)?\p{Lu}[\p{L}'’-]+$/u.test(words) &&
      this.fitting(partsOfName(words.split(/\s/).at(-1) as string)).length > 1
    )
  }

  slugs(): string[] {
    return this.people.flatMap(({ speaker }) => (speaker && 'slug' in speaker ? [speaker.slug] : []))
  }

  /** The people named in full whom a short name fits best. */
  fitting(parts: readonly string[]): PersonMet[] {
    const ranked = (this.byPart.get(parts[0] ?? '') ?? []).map((person): [PersonMet, number] => [
      person,
      fitOfShortName(parts, person.parts),
    ])
    const top = Math.max(0, ...ranked.map(([, fit]) => fit))
    return top === 0 ? [] : ranked.filter(([, fit]) => fit === top).map(([person]) => person)
  }

  /**
   * The one of several whom a name means: by what is said beside it, by Mr and Mrs, and of a family the one that it was
   * introduced by.
   */
  private one(
    people: readonly PersonMet[],
    place: NamedPerson,
    words: ReadonlySet<string>,
  ): PersonMet | undefined {
    if (people.length === 1) return people[0]
    const gender = genderOfDescription(place.before.words)
    const byGender = gender
      ? people.filter((one) => one.gender === undefined || one.gender === gender)
      : people
    const earlier = byGender.filter(({ begin }) => begin < place.begin)
    if (earlier.length === 1) return earlier[0]
    const byWords = byGender.filter((one) => [...words].some((word) => isRole(word) && one.words.has(word)))
    const left = byWords.length > 0 ? byWords : byGender
    const heads = left.filter((one) => !one.isFamily)
    const [first, other] = heads.length > 0 ? heads : left
    return other ? undefined : first
  }

  /** The one of the graph whom a single word means; NOBODY where the graph knows no person whom it can mean. */
  private knownInShort(
    name: string,
    parts: readonly string[],
    words: ReadonlySet<string>,
  ): Speaker | undefined | 'NOBODY' {
    const named = this.known.named(name) ?? this.known.state(name)
    if (named) return this.known.bySlug.get(named)?.type === 'PERSON' ? { slug: named } : 'NOBODY'
    const all = this.known.peopleLastNamed(parts.join(' '))
    const slugs = new Set([...all].filter((slug) => !this.known.contradicts(slug, words)))
    if (slugs.size === 0) return 'NOBODY'
    const [only] = slugs
    const slug = slugs.size === 1 ? only : this.known.choose(slugs, words, this.named)
    return slug === undefined ? undefined : { slug }
  }
}

const isWithinSource = (sources: readonly Span[], place: NamedPerson): boolean =>
  sources.some(([begin, end]) => begin <= place.begin && place.end <= end)

/** García Márquez of Gabriel García Márquez. */
const endsIn = (full: readonly string[], parts: readonly string[]): boolean =>
  full.slice(-parts.length).join(' ') === parts.join(' ')

/** "Mayor Kravets" for a mayor of whom no more is told. */
function titledName(place: NamedPerson): string {
  if (place.titled !== place.name) return place.titled
  const title = place.before.words.split(/\s+/).findLast(isRole) ?? ''
  return `${title.charAt(0).toUpperCase()}${title.slice(1)} ${place.name}`
}

const withoutComplement = (words: string): string =>
  words.split(/\s(?:of|for|at|in|from|with|to|who|that|on|by)\s/i)[0] as string
