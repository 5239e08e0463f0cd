import { distance } from 'fastest-levenshtein'
import { foldedName } from '../../text/fold.ts'
import { romanized } from '../../values/romanize.ts'
import type { Evidence } from './duplicate-evidence.ts'

/** A name in the forms in which it is compared with others. */
export interface NameForms {
  readonly text: string
  /** Its words as search compares them. */
  readonly plain: string
  /** Its words in Latin letters; small words such as `of` are left out. */
  readonly words: readonly string[]
  /** The same in the order of the alphabet: `Defence Ministry` and `Ministry of Defence` have one. */
  readonly sorted: string
  /** What is left of it where Zelensky and Zelenskyy are one. */
  readonly skeleton: string
  /** The first letters of its words, where there are several. */
  readonly initials: string
  /** Of a short name in capitals, such as `U.N.`, its letters. */
  readonly acronym: string | null
}

/** Whoever has names. */
export interface NamedNode {
  readonly id: number
  readonly isPerson: boolean
  readonly names: readonly NameForms[]
}

const nameWord = /[\p{L}\p{N}]+/gu
const smallWords = new Set(
  'the a an of and for in on at to von van de la le el der die das du des y i e'.split(' '),
)

/** A name without letters is a word as it stands. */
const wordsOf = (text: string): string[] => text.match(nameWord) ?? [text]

export function nameForms(text: string): NameForms {
  const plain = wordsOf(foldedName(text).replaceAll("'", ''))
  const latin = isAscii(text) ? plain : wordsOf(romanized(text).replaceAll("'", ''))
  const telling = latin.filter((word) => !smallWords.has(word))
  const words = telling.length > 0 ? telling : latin
  const sorted = [...words].sort().join(' ')
  return {
    ...{ text, words, sorted, plain: plain.join(' '), skeleton: words.map(skeletonOf).sort().join(' ') },
    initials: words.length > 1 ? words.map(([first]) => first).join('') : '',
    acronym: acronymOf(text),
  }
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text)

/** A word without what differs between ways of spelling it in Latin letters: vowels, doubled letters, w and v. */
const skeletonOf = (word: string): string =>
  (word[0] ?? '') +
  word
    .slice(1)
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/[kh]h/g, 'h')
    .replace(/[aeiouyj]/g, '')
    .replace(/(.)\1+/g, '$1')

function acronymOf(text: string): string | null {
  const letters = text.replace(/\./g, '')
  return /^\p{Lu}{2,8}$/u.test(letters) ? romanized(letters) : null
}

/** Too little is left of a shorter one to tell anything. */
const SHORTEST_SKELETON = 4

/** By what pairs are found that may have one name, from what tells most to what tells least. */
export const nameKeys: readonly ((name: NameForms, isPerson: boolean) => string)[] = [
  ({ sorted }) => sorted,
  ({ skeleton }) => (skeleton.length >= SHORTEST_SKELETON ? skeleton : ''),
  ({ acronym, initials }, isPerson) => (isPerson ? '' : (acronym ?? initials)),
  ({ words }, isPerson) => (isPerson ? (words.at(-1) ?? '') : ''),
]

/** How two names may be one, from the strongest: what it weighs, and what is said of it. */
interface NameRule {
  readonly weight: number
  readonly isMet: (a: NameForms, b: NameForms, arePeople: boolean) => boolean
  readonly reason: (a: string, b: string) => string
}

const rules: readonly NameRule[] = [
  {
    weight: 3.5,
    isMet: (a, b) => a.plain === b.plain,
    reason: (a) => `Both are called “${a}”.`,
  },
  {
    weight: 3,
    isMet: (a, b) => a.words.join(' ') === b.words.join(' '),
    reason: (a, b) => `“${a}” and “${b}” are the same in Latin letters.`,
  },
  {
    weight: 2.5,
    isMet: (a, b) => a.sorted === b.sorted,
    reason: (a, b) => `“${a}” and “${b}” are the same words in another order.`,
  },
  {
    weight: 2.5,
    isMet: (a, b, arePeople) =>
      arePeople && (hasMoreNames(a.words, b.words) || hasMoreNames(b.words, a.words)),
    reason: (a, b) => `“${a}” and “${b}” have the same first and last name.`,
  },
  {
    weight: 2,
    isMet: (a, b) => a.skeleton === b.skeleton && a.skeleton.length >= SHORTEST_SKELETON && isNear(a, b),
    reason: (a, b) => `“${a}” and “${b}” are spelled nearly alike.`,
  },
  {
    weight: 2,
    isMet: (a, b, arePeople) => arePeople && haveInitialsOfEachOther(a.words, b.words),
    reason: (a, b) => `“${a}” and “${b}” have one last name, and initials that fit.`,
  },
  {
    weight: 1.5,
    isMet: (a, b, arePeople) => !arePeople && (a.acronym === b.initials || b.acronym === a.initials),
    reason: (a, b) => `Of “${a}” and “${b}”, one is the initials of the other.`,
  },
  {
    weight: 1,
    isMet: (a, b, arePeople) =>
      arePeople && (isLastNameOf(a.words, b.words) || isLastNameOf(b.words, a.words)),
    reason: (a, b) => `Of “${a}” and “${b}”, one is the last name of the other.`,
  },
]

const isNear = (a: NameForms, b: NameForms): boolean =>
  distance(a.sorted, b.sorted) <= Math.max(1, Math.floor(a.sorted.length / 6))

/** `Vladimir Vladimirovich Putin` has what `Vladimir Putin` has. */
const hasMoreNames = (more: readonly string[], fewer: readonly string[]): boolean =>
  fewer.length > 1 &&
  more.length > fewer.length &&
  more[0] === fewer[0] &&
  more.at(-1) === fewer.at(-1) &&
  fewer.every((word) => more.includes(word))

/** `V. Putin` and `Vladimir Putin`. */
function haveInitialsOfEachOther(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2 || a.at(-1) !== b.at(-1)) return false
  const pairs = Math.min(a.length, b.length) - 1
  return a.slice(0, pairs).every((word, index) => {
    const other = b[index] ?? ''
    return word === other || (Math.min(word.length, other.length) === 1 && word[0] === other[0])
  })
}

const isLastNameOf = (last: readonly string[], whole: readonly string[]): boolean =>
  last.length === 1 && whole.length > 1 && last[0] === whole.at(-1)

/** The strongest way in which one of the names of either may be one of the other; null where there is none. */
export function nameEvidence(a: NamedNode, b: NamedNode): Evidence | null {
  const arePeople = a.isPerson && b.isPerson
  for (const { weight, isMet, reason } of rules)
    for (const one of a.names)
      for (const other of b.names)
        if (isMet(one, other, arePeople)) return { weight, reason: reason(one.text, other.text) }
  return null
}
