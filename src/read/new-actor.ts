import { isOutlet, kindOfBody } from '../extract/bodies.ts'
import { capitalizedWithin, fullNamesOf } from '../extract/full-names.ts'
import { stateNames } from '../extract/states.ts'
import { isFullName, isOffice, isRole, withoutTitle } from '../extract/titles.ts'
import { foldedName } from '../text/fold.ts'
import type { OrganizationKind } from '../vocabulary.ts'
import { isNobody } from './nobody.ts'

/** Somebody whom the graph does not know, as far as a report tells who it is. */
export interface NewActor {
  readonly name: string
  readonly type: 'PERSON' | 'ORGANIZATION' | 'MEDIA_OUTLET' | 'STATE'
  readonly kind: OrganizationKind | undefined
  /** Whether it is called by a name: what is only described ("officials") is somebody else in another report. */
  readonly isNamed: boolean
}

const many = /^(both|the two|two|three|four|five|some|many|most|several|all|other|others|few|these|those)\b/i
/** Before a name, and no part of it: even China. */
const before =
  /^(?:unlike|even|only|like|but|and|while|when|then|now|yet|perhaps|meanwhile|instead|including|especially)\s+(?=\p{Lu})/iu

/** Null where the words tell nobody. */
export function newActor(words: string, source: string, text: string): NewActor | null {
  const bare = words
    .replace(/^["“‘'(]+|(?<!["”’'),.;:])["”’'),.;:]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(before, '')
  if (bare.length > 150) return null
  if (isNobody(bare) && fullNamesOf(bare, text).length === 0) return null
  return person(bare, source, text) ?? body(bare, text)
}

/** By a full name, a title or a description; undefined where none of them tells of one person. */
function person(bare: string, source: string, text: string): NewActor | undefined {
  if (many.test(bare) || /\s(?:and|or)\s/.test(bare)) return undefined
  const untitled = withoutTitle(bare)
  const [full, other] = fullNamesOf(untitled, text)
  if (full) return other ? named(bare, false) : named(full, true)
  if (isFullName(untitled) && (untitled !== bare || !isBody(bare))) return named(untitled, true)
  if (untitled !== bare) return named(bare, isOffice(bare))
  return isDescribed(bare, source) ? named(bare, false) : undefined
}

const named = (name: string, isNamed: boolean): NewActor => ({
  name,
  type: 'PERSON',
  kind: undefined,
  isNamed,
})

/** "the mayor", "Ada Vega, a teacher": one, by a word for what somebody is. */
function isDescribed(bare: string, source: string): boolean {
  if (kindOfBody(headOf(bare))) return false
  const apposition = source.startsWith(`${bare},`) ? headOf(source.slice(bare.length + 1)) : ''
  if (!apposition && !/^(?:an?|the|one|his|her)\s/i.test(bare)) return false
  return `${headOf(bare)} ${apposition}`.split(/[^\p{L}-]+/u).some(isRole)
}

/** States and outlets by their names, other bodies by the words for them. */
function body(bare: string, text: string): NewActor {
  const isNamed = isName(bare, text)
  if (isState(bare)) return { name: bare, type: 'STATE', kind: undefined, isNamed: true }
  if (isNamed && isOutlet(bare)) return { name: bare, type: 'MEDIA_OUTLET', kind: undefined, isNamed }
  return { name: bare, type: 'ORGANIZATION', kind: kindOfBody(bare) ?? 'OTHER', isNamed }
}

const isState = (words: string): boolean => stateNames.has(foldedName(words).replace(/^the\s+/, ''))

/** Of the form of a full name, and none: The Post, North Korea, NBC News, Green Party. */
const isBody = (words: string): boolean =>
  /^(?:the|an?)\s/i.test(words) ||
  isState(words) ||
  isOutlet(words) ||
  /\b\p{Lu}{2,}\b/u.test(words) ||
  kindOfBody(headOf(words)) !== undefined

/** Of "a spokesman for the party" it is the spokesman that tells; the party is another. */
const headOf = (words: string): string =>
  words.split(/\s(?:of|for|at|in|from|with|to|who|that|on)\s/i)[0] as string

/** Capitals all through, and not only because a sentence begins there. */
function isName(name: string, text: string): boolean {
  const parts = name.replace(/^the\s+/i, '').split(/\s+/)
  const small = /^(of|for|and|the|de|la|van|von|der|den|al|bin|ibn|el|&|y|du|di|da)$/
  const last = parts.at(-1) as string
  if (
    !parts.every((part) => /^\p{Lu}|^\p{N}/u.test(part) || small.test(part)) ||
    !/^\p{Lu}/u.test(last) ||
    isRole(last)
  )
    return false
  return parts.length === 1 ? isLoneName(last, text) : !many.test(name)
}

/** One word is a name where it is an acronym or an outlet's, or a people's or a party's name; a last name alone is many people's. */
const isLoneName = (word: string, text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(word) ||
  isOutlet(word) ||
  (/s$/.test(word) && capitalizedWithin(word, text))
