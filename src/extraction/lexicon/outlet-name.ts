import { foldedName } from '../../text/fold.ts'
import { bodyCalled } from './bodies.ts'
import { bodyInText, classified } from './class-words.ts'
import { genderOfFirstName } from './first-names.ts'
import { initialsOf } from './other-names.ts'
import { stateCalled } from './states.ts'

/** The outlet that brings a report out, by all its names. */
export interface Publisher {
  readonly slug?: string
  readonly names: readonly string[]
}

const ownPress =
  /^(?:us|me|(?:this|our)\s(?:news)?(?:paper|magazine|website|site|publication|outlet|channel|station|programme|program|podcast|agency|blog|reporters?|correspondents?|journalists?|team))$/i

/** Whether words mean who brings the report out: us, this newspaper, the Gazette, CP of Continental Press. */
export function isPublisher(words: string, { names }: Publisher): boolean {
  if (ownPress.test(words)) return true
  const wanted = wordsOfOutlet(words)
  return names.some((name) => {
    const parts = wordsOfOutlet(name)
    if (wanted.join(' ') === parts.join(' ')) return true
    const initials = initialsOf(name)
    if (initials.length > 1 && words === initials) return true
    return /^\p{Lu}/u.test(words) && !stateCalled(words) && isPartOf(wanted, parts)
  })
}

const wordsOfOutlet = (name: string): string[] =>
  foldedName(name)
    .replace(/^the\s+/, '')
    .split(/[\s-]+/)

/** Its first words or its last. */
const isPartOf = (wanted: readonly string[], parts: readonly string[]): boolean =>
  wanted.length < parts.length &&
  [parts.slice(0, wanted.length), parts.slice(-wanted.length)].some(
    (part) => part.join(' ') === wanted.join(' '),
  )

const foreignArticle = /^(?:Le|La|Les|L['’]|El|Los|Il|Het|De|Der|Die|Das|O|A)\s?\p{Lu}/u
const station = /^(?:TV|Radio|Channel|Canal|Televisi[oó]n|Télé)\s\p{Lu}/u

/**
 * The words for somebody who is told something, with what is told of it by that alone: a lone name that nobody else in the
 * report has is an outlet's, as in "told Ekspres", and so is whoever is given an interview.
 */
export function asOutlet(words: string, isPress: boolean, text: string): string {
  if (classified(`the ${words}`) || bodyCalled(words) || bodyInText(words, text)) return words
  const parts = words.split(/\s+/)
  const isAlone =
    parts.length === 1 && /^\p{Lu}[\p{L}\p{N}'’-]+$/u.test(words) && !/(?:\p{Ll}s|ese|ish)$/u.test(words)
  const isCalled = foreignArticle.test(words) || station.test(words)
  const isGiven = isPress && /^\p{Lu}/u.test(words) && genderOfFirstName(parts[0] as string) === undefined
  return isAlone || isCalled || isGiven ? `the outlet ${words}` : words
}
