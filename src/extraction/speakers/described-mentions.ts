import { countWhile } from '../../text/in-order.ts'
import type { Gender } from '../lexicon/first-names.ts'
import { genderOfDescription } from '../lexicon/gender.ts'
import type { DescribedPerson } from './described.ts'
import { type KnownActors, signature } from './known-actors.ts'
import type { Person, PersonMention } from './person.ts'

/** What anybody can be called who was named before. */
const anybody =
  /\b(?:man|woman|politician|diplomat|official|executive|lawmaker|legislator|businessman|businesswoman|veteran|teenager|pensioner|leader)$/i
/** So far back, in letters, and no further, "the old man" was named; the nearest first where two were. */
const NEAR = [320, 160, 80]
/** Whoever was met longer ago is not called by an office alone. */
const MOST_LOOKS = 300

export const descriptionWords = (words: string): Set<string> => new Set(words ? signature(words) : [])

/**
 * The places where a text names somebody, and with them in their order those where it only says what somebody is: one who
 * was met before, or another. `called` gives the whole words for who is described at a place.
 */
export function withDescribed(
  named: readonly PersonMention[],
  described: readonly DescribedPerson[],
  known: KnownActors,
  called: (one: DescribedPerson) => string,
): PersonMention[] {
  const all: PersonMention[] = []
  let next = 0
  for (const one of described) {
    const until = countWhile(named, ({ begin }) => begin < one.begin)
    all.push(...named.slice(next, until))
    next = until
    const met = one.isDefinite ? (lastCalled(all, one.words) ?? lastNear(all, one)) : undefined
    all.push({ begin: one.begin, end: one.end, person: met ?? describe(one, known, called(one)) })
  }
  return all.concat(named.slice(next))
}

/** Whoever was met last and is called so. */
function lastCalled(met: readonly PersonMention[], words: string): Person | undefined {
  const wanted = [...descriptionWords(words)].filter(
    (word) => !/\d/.test(word) && !/^(?:his|her|their|its)$/.test(word),
  )
  const gender = genderOfDescription(words)
  const isMeant = ({ person }: PersonMention) =>
    wanted.every((word) => person.words.has(word)) && isOf(person, gender)
  return met.slice(-MOST_LOOKS).findLast(isMeant)?.person
}

/** "the old man", "the diplomat": whoever was named just before, if nobody else of that gender was. */
function lastNear(met: readonly PersonMention[], { begin, words }: DescribedPerson): Person | undefined {
  if (!/^the\s/i.test(words) || !anybody.test(words)) return undefined
  const gender = genderOfDescription(words)
  for (const distance of NEAR) {
    const near = namedSince(met, begin - distance, gender)
    if (near.size === 1) return [...near][0]
  }
  return undefined
}

/** Who was named in full or in short since a place. */
function namedSince(met: readonly PersonMention[], from: number, gender: Gender | undefined): Set<Person> {
  const near = new Set<Person>()
  for (const { person } of met.slice(countWhile(met, ({ begin }) => begin <= from)))
    if (person.parts.length > 0 && isOf(person, gender)) near.add(person)
  return near
}

const isOf = (person: Person, gender: Gender | undefined): boolean =>
  !gender || !person.gender || person.gender === gender

function describe({ begin, words }: DescribedPerson, known: KnownActors, called: string): Person {
  const slug = known.titled(called) ?? known.titled(words)
  return {
    speaker: slug ? { slug } : { proposed: called },
    parts: [],
    gender: genderOfDescription(words),
    words: descriptionWords(called),
    isFamily: false,
    begin,
  }
}
