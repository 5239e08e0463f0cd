import { tokensOf, wordsIn } from '../../text/words.ts'
import { numberAt, plainNumber } from './numbers.ts'
import { hasNegation } from './polarity.ts'
import { claimTermOf, type Term } from './terms.ts'
import { isPast } from './verbs.ts'

/** The content of a claim, as far as two claims can be compared by it. */
export interface Proposition {
  readonly text: string
  readonly terms: readonly PlacedTerm[]
  readonly byKey: ReadonlyMap<string, PlacedTerm>
  /** Amounts, as they are written in digits; of dates none. */
  readonly numbers: ReadonlySet<string>
  readonly dates: ReadonlySet<string>
  readonly isNegated: boolean
  /** Whether it tells what may or will be, which is another claim than what is. */
  readonly isFuture: boolean
}

export interface PlacedTerm extends Term {
  readonly at: number
  readonly isName: boolean
  /** The first word has a capital anyway. */
  readonly isFirst: boolean
  /** Whether it may be the past of a verb: shelled, put. */
  readonly isVerb: boolean
  /** Whether "by" stands before it, with at most an article between. */
  readonly isAgent: boolean
  readonly isPassive: boolean
}

const idleWords = new Set(
  `the a an of and or in on at to by for from with as that this these those it its he she they his her their who which is are was
  were be been being has have had will would can could may might shall should do does did than then there here into out over under
  up down about after before between through during against some any all both no not nor never none nothing nobody without cannot
  near at across along around within inside outside toward towards against among behind beside beyond while off upon per via
  also said say says very so if but when while what whom whose where how s t d ll re ve m now just only still more most such other
 own least same too already yet one per cent percent us u.s`.split(/\s+/),
)
const futureWords = /\b(?:will|would|shall|may|might|could|going to|likely to|expected to)\b|['’]ll\b/i
const monthWord = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const date = new RegExp(
  `\\b(?:\\d{1,2}(?:st|nd|rd|th)? ${monthWord}(?:,? \\d{4})?|${monthWord} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|${monthWord} \\d{4}|(?:in|since|by|until|during|of) (?:19|20)\\d\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`,
  'gi',
)
/** The length of text that is compared, in characters: anything longer is no claim. */
const LONGEST_COMPARED = 1000

export function propositionOf(given: string): Proposition {
  const text = given.slice(0, LONGEST_COMPARED)
  const dates = new Set(
    (text.match(date) ?? []).map((one) => one.toLowerCase().replace(/^(?:in|since|by|until|during|of) /, '')),
  )
  const undated = text.replace(date, (found) => ' '.repeat(found.length))
  const terms = termsIn(undated)
  return {
    text,
    terms,
    byKey: new Map(terms.map((term) => [term.key, term])),
    numbers: numbersIn(undated),
    dates,
    isNegated: hasNegation(text),
    isFuture: futureWords.test(undated),
  }
}

/** The characters of a report that are looked at: the beginning of a book tells what it is about. */
const LONGEST_REPORT = 20_000

/** The terms of a whole report. */
export function termsAround(report: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const token of tokensOf(report.slice(0, LONGEST_REPORT)))
    if (!idleWords.has(token)) terms.add(claimTermOf(token).key)
  return terms
}

function termsIn(text: string): PlacedTerm[] {
  const found = new Map<string, PlacedTerm>()
  const before: [string, string] = ['', '']
  let count = 0
  for (const { pieces } of wordsIn(text)) {
    for (const { token, start } of pieces) {
      count++
      if (!idleWords.has(token) && token.length > 1 && plainNumber(token) === undefined) {
        const term = claimTermOf(token)
        if (!found.has(term.key))
          found.set(term.key, placedTerms(term, token, text.charAt(start), count, before))
      }
      before.shift()
      before.push(token)
    }
  }
  return [...found.values()]
}

function placedTerms(
  term: Term,
  token: string,
  letter: string,
  at: number,
  before: readonly string[],
): PlacedTerm {
  const isCapital = letter !== letter.toLowerCase()
  return {
    ...term,
    at,
    isName: isCapital && at > 1,
    isFirst: isCapital && at === 1,
    isVerb: isPast(token) !== false,
    isAgent: before.includes('by'),
    isPassive: before.some((one) => passiveAuxiliaries.has(one)),
  }
}

const passiveAuxiliaries = new Set(['is', 'are', 'was', 'were', 'been', 'being', 'be'])

/** "4.5 million" is one number, "twelve" is 12, and "three hundred and forty" 340. */
function numbersIn(text: string): Set<string> {
  const found = new Set<string>()
  const words = text.match(/[\p{L}\d]+(?:[.,-][\p{L}\d]+)*/gu) ?? []
  for (let at = 0; at < words.length; at++) {
    const read = numberAt(words, at)
    if (!read) continue
    if (read.value !== 1 || words[at] === '1') found.add(String(read.value))
    at += read.length - 1
  }
  return found
}
