import { type Body, bodyCalled, headNounOf, isWellKnown } from '../../extraction/lexicon/bodies.ts'
import { bodyInText, classified } from '../../extraction/lexicon/class-words.ts'
import { capitalizedWithin, fullNamesOf } from '../../extraction/lexicon/full-names.ts'
import { isFullName, isOfficeWords, isRole, withoutTitle } from '../../extraction/lexicon/titles.ts'
import { newSlavicActor } from './new-actor-slavic.ts'
import { isThing, namesNobody } from './nobody.ts'
import type { NewActor } from './proposed-actor.ts'

const severalWord =
  /^(both|the two|two|three|four|five|six|seven|eight|nine|ten|half|dozens|hundreds|thousands|top|senior|leading|some|many|most|several|all|other|others|few|these|those)\b/i
/** Words before a name that are no part of it: even China, yesterday Adam Noor, in May Adam Noor. */
const beforeName = new RegExp(
  `^(?:(?:unlike|even|only|like|but|and|while|when|then|now|yet|perhaps|meanwhile|instead|including|especially|also|later|earlier|still|however|rival|fellow|donor|yesterday|today|tonight|
  |(?:last|this|next) (?:night|week|month|year|spring|summer|autumn|fall|winter|morning|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)
  |(?:on|in) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\\d{4}))
  ,?\\s+)+(?=\\p{Lu}|the\\s)`.replace(/\n\s*/g, ''),
  'iu',
)
const LONGEST_DESCRIPTION = 150

/** Null where the words tell nobody. */
export function newActor(words: string, source: string, text: string): NewActor | null {
  const bare = words
    .replace(/^["“‘«„'(]+|(?<!["”’»'),.;:])["”’»'),.;:]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (bare.length > LONGEST_DESCRIPTION) return null
  if (/\p{Script=Cyrillic}/u.test(bare)) return newSlavicActor(bare)
  const led = bare.replace(beforeName, '')
  if (namesNobody(led) && fullNamesOf(led, text).length === 0) return null
  if (isThing(led)) return bodied(led, undefined, false)
  const said = classified(led)
  if (said && !isRole(headNounOf(said.name).split(' ')[0] ?? '')) return bodied(said.name, said.body, true)
  return personActor(led, source, text) ?? bodyActor(led, text)
}

/** A person, told by a full name, a title or a description; undefined where none of them tells of one person. */
function personActor(bare: string, source: string, text: string): NewActor | undefined {
  if (severalWord.test(bare) || /\s(?:and|or)\s/.test(bare)) return undefined
  const [head = '', beside = ''] = bare.split(/,\s+/)
  if (isDescriptive(head) && isPersonName(withoutTitle(beside), beside))
    return newActorCalled(withoutTitle(beside), true)
  const untitled = withoutTitle(head)
  const [full, other] = fullNamesOf(untitled, text)
  if (full && !isBody(full)) return other ? newActorCalled(head, false) : newActorCalled(full, true)
  if (isPersonName(untitled, head) && !bodyInText(untitled, text)) return newActorCalled(untitled, true)
  if (untitled !== head) return newActorCalled(head, isOfficeWords(head))
  return isDescribed(head, source) ? newActorCalled(head, false) : undefined
}

const newActorCalled = (name: string, isNamed: boolean): NewActor => ({
  name,
  type: 'PERSON',
  kind: undefined,
  isNamed,
})

const isPersonName = (name: string, titled: string): boolean =>
  isFullName(name) && !noPerson.test(name) && (name !== titled || !isBody(name))

/** Words with capitals that no person is called by: a party's adjective, a poll, an office, a place. */
const noPerson =
  /\s(?:democratics?|republicans?|poll|survey|guide|fathers|supervisor|county|state|consult)$|^(?:new|north|south|los|las|san|santa|hong|puerto|rhode)\s\p{Lu}\p{L}+$/iu

/** "The mayor", before the name. */
const isDescriptive = (words: string): boolean =>
  /^(?:the|an?|his|her|its|their)\s/i.test(words) || isRole(headNounOf(words))

/** "the mayor", "Ada Vega, a teacher": one, by a word for what somebody is. */
function isDescribed(bare: string, source: string): boolean {
  if (bodyCalled(bare)) return false
  const apposition = source.startsWith(`${bare},`) ? headNounOf(source.slice(bare.length + 1)) : ''
  if (!apposition && !/^(?:an?|the|one|his|her)\s/i.test(bare)) return false
  return `${headNounOf(bare)} ${apposition}`.split(/[^\p{L}-]+/u).some(isRole)
}

/** An organization or a state, told by what everybody knows, by what the text calls it, or by the noun at its head. */
function bodyActor(bare: string, text: string): NewActor {
  const name = /^(?:an?|the)\s/i.test(bare) ? bare : bare.replace(/,\s.*$/, '')
  const what = bodyCalled(name) ?? bodyInText(name, text)
  return bodied(name, what, isBodyName(name, what, text))
}

const bodied = (name: string, what: Body | undefined, isNamed: boolean): NewActor =>
  what && what.type !== 'ORGANIZATION'
    ? { name, type: what.type, kind: undefined, isNamed }
    : { name, type: 'ORGANIZATION', kind: what?.kind ?? 'OTHER', isNamed }

/** Whether words have the form of a person's full name and are none: The Post, North Korea, NBC News, Green Party. */
const isBody = (words: string): boolean =>
  /^(?:the|an?)\s/i.test(words) ||
  /\b(?!I{2,3}\b|IV\b)\p{Lu}{2,}\b/u.test(words) ||
  bodyCalled(words) !== undefined

const nameParticle = /^(of|for|and|the|de|la|van|von|der|den|al|bin|ibn|el|&|y|du|di|da|in|on)$/

/** A body is called by a name where all is in capitals, and not only because a sentence begins there; or by whose it is. */
function isBodyName(name: string, what: Body | undefined, text: string): boolean {
  if (what?.type === 'STATE') return true
  if (/^(?:his|her|its|their|our|my)\s/i.test(name)) return false
  const parts = name.replace(/^the\s+/i, '').split(/\s+/)
  const last = parts.at(-1) as string
  if (severalWord.test(name) || isRole(last)) return false
  const isAllCapitals =
    parts.every((part) => /^["“«]?\p{Lu}|^\p{N}/u.test(part) || nameParticle.test(part)) &&
    /^["“«]?\p{Lu}/u.test(last)
  if (isAllCapitals) return parts.length > 1 || isLoneName(last, what, text)
  return what !== undefined && isOwned(name, parts)
}

/**
 * "Norway's fisheries ministry", "the Bodo police", "interior ministry of Norway", but "a Norwegian company", "police in
 * Bodo".
 */
function isOwned(name: string, parts: readonly string[]): boolean {
  if (
    /^(?:an?|one|any|every|each|no)\s|-based\b|\b(?:officials|sources|members|authorities|leaders|people|the|to|that|has|was|is|\p{L}+(?:ed|ing))\b/iu.test(
      name.replace(/^the\s|\sof\sthe\s/gi, ' '),
    )
  )
    return false
  const isName = (part: string) => /^["“«]?\p{Lu}/u.test(part)
  const [head = '', behind = ''] = name.replace(/^the\s+/i, '').split(/\s(?=of\s)/i)
  if (/\s(?:in|at|near|from|with|for)\s/i.test(name)) return false
  return isName(parts[0] as string) && /\s|['’]s\s/.test(head) ? true : /^of\s(?:the\s)?\p{Lu}/u.test(behind)
}

const genericWord =
  /^(?:police|government|army|military|navy|newspaper|company|union|parliament|ministry|court|council|senate|party)$/i

/**
 * One word is a name where everybody knows it, where it is an acronym, or a people's or a party's name; a last name
 * alone is many people's.
 */
const isLoneName = (word: string, what: Body | undefined, text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(word) ||
  isWellKnown(word) ||
  (!genericWord.test(word) && bodyInText(word, text) !== undefined) ||
  (what !== undefined && !genericWord.test(word) && capitalizedWithin(word, text)) ||
  (/s$/.test(word) && capitalizedWithin(word, text))
