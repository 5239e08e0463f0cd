import { countWhile } from '../../text/in-order.ts'
import type { Gender } from '../lexicon/first-names.ts'
import { genderOfDescription } from '../lexicon/gender.ts'
import { signature } from './compared-name.ts'
import type { DescribedPerson } from './described.ts'
import type { KnownActors } from './known-actors.ts'
import { fits, type PersonMention, type PersonMet } from './person.ts'

/** Words by which anybody can be called who was named before. */
const anybody =
  /\b(?:man|woman|politician|diplomat|official|executive|lawmaker|legislator|businessman|businesswoman|veteran|teenager|pensioner|leader)$/i
/** The distances, in letters, within which "the old man" was named; the nearest is tried first if two were. */
const NEAR_IN_LETTERS = [320, 160, 80]
/** The most mentions that are looked back over: nobody is called by an office alone after more. */
const MOST_MET = 300

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

/** The last person met who is called so. */
function lastCalled(met: readonly PersonMention[], words: string): PersonMet | undefined {
  const wanted = [...descriptionWords(words)].filter(
    (word) => !/\d/.test(word) && !/^(?:his|her|their|its)$/.test(word),
  )
  const gender = genderOfDescription(words)
  const isMeant = ({ person }: PersonMention) =>
    wanted.every((word) => person.words.has(word)) && fits(person, gender)
  return met.slice(-MOST_MET).findLast(isMeant)?.person
}

/** "the old man", "the diplomat": whoever was named just before, if nobody else of that gender was. */
function lastNear(met: readonly PersonMention[], { begin, words }: DescribedPerson): PersonMet | undefined {
  if (!/^the\s/i.test(words) || !anybody.test(words)) return undefined
  const gender = genderOfDescription(words)
  for (const distance of NEAR_IN_LETTERS) {
    const near = namedSince(met, begin - distance, gender)
    if (near.size === 1) return [...near][0]
  }
  return undefined
}

/** The people named in full or in short since a place. */
function namedSince(met: readonly PersonMention[], from: number, gender: Gender | undefined): Set<PersonMet> {
  const near = new Set<PersonMet>()
  for (const { person } of met.slice(countWhile(met, ({ begin }) => begin <= from)))
    if (person.parts.length > 0 && fits(person, gender)) near.add(person)
  return near
}

function describe({ begin, words }: DescribedPerson, known: KnownActors, called: string): PersonMet {
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
