import { foldedName } from '../../text/fold.ts'
import type { Span } from '../attribution.ts'
import { demonyms } from '../lexicon/states.ts'

/** Words for somebody to whom something is said, and their place. */
export interface AddresseePhrase {
  readonly span: Span
  /** The words without the article and the marks of quotation around a name. */
  readonly words: string
}

const phraseWordPattern = /[\s\u00a0]*(["“«„‘]?)([\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&-]*|&)/uy
const inMarks = /[\s\u00a0]*["“«„‘](\p{Lu}[^"”»“’\n]{0,60})["”»“’]/uy
const phraseAbbreviation =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|St|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u
/** Words with which a phrase for somebody does not go on. */
const phraseStop =
  /^(?:that|to|on|in|by|at|as|how|why|whether|what|if|not|it|he|she|they|we|you|there|about|from|with|for|into|only|via|over|against|through|during|before|after|because|since|until|unless|where|when|while|who|whom|which|and|or|but|so|then|than|again|also|too|later|earlier|afterwards?|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|does|do|no|any|more|further|a|an|the|this|these|those|his|her|its|their|our|my|yesterday|today|tonight|tomorrow|last|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/i
const phraseDeterminer = /^(?:the|a|an|this|that|his|her|its|their|our|my)$/i
const MOST_PHRASE_WORDS = 12

/** The phrase that begins at a place, from the longest to the shortest in which it may be called so; none where none does. */
export function phrasesAt(text: string, at: number): AddresseePhrase[] {
  const ends: number[] = []
  let [place, begin] = [at, -1]
  for (let n = 0; n < MOST_PHRASE_WORDS; n++) {
    inMarks.lastIndex = place
    const marked = inMarks.exec(text)
    if (marked && isSmall(text.slice(begin < 0 ? place : begin, place))) {
      if (begin < 0) begin = inMarks.lastIndex - marked[0].trimStart().length
      return [phraseOf(text, [begin, inMarks.lastIndex])]
    }
    phraseWordPattern.lastIndex = place
    const [, mark, written = ''] = phraseWordPattern.exec(text) ?? []
    if (
      !written ||
      mark ||
      !phraseGoesOn(text, written.replace(/[.'’-]+$/, ''), phraseWordPattern.lastIndex, n === 0)
    )
      break
    const bare = phraseAbbreviation.test(written) ? written : written.replace(/[.'’&-]+$/, '')
    const end = phraseWordPattern.lastIndex - written.length + bare.length
    if (begin < 0) begin = end - bare.length
    ends.push(end)
    place = end
    if (bare !== written || !/[\s\u00a0]/.test(text.charAt(end))) break
  }
  return longestFirst(text, begin, ends)
}

const isSmall = (words: string): boolean => !/\p{Lu}/u.test(words.replace(/^\s*The\s/, ''))

/** "of" goes on with what a body is of: the Environment Committee of the House of Commons. */
function phraseGoesOn(text: string, written: string, end: number, isFirst: boolean): boolean {
  if (/^\p{Lu}{2,}$/u.test(written)) return true
  if (isFirst)
    return phraseDeterminer.test(written) || !phraseStop.test(written) || /^(?:her|him|us|me)$/i.test(written)
  const low = written.toLowerCase()
  if (low === 'of') return /^\s(?:the\s)?\p{Lu}/u.test(text.slice(end, end + 7))
  if (low === 'the' || low === 'for' || low === 'and')
    return /\bof\s$/.test(text.slice(end - written.length - 3, end - written.length)) && low === 'the'
  return !phraseStop.test(written)
}

/** The whole of it, and what it is up to its last word with a capital, before what has "of". */
function longestFirst(text: string, begin: number, ends: readonly number[]): AddresseePhrase[] {
  if (begin < 0) return []
  const all = [...ends].reverse()
  const capital = all.findIndex((end) => /(?:^|\s)["“]?\p{Lu}[^\s]*$/u.test(text.slice(begin, end)))
  const kept = [
    all[0],
    capital > 0 && isMoreThanOwner(text.slice(begin, all[capital])) ? all[capital] : undefined,
  ]
  return kept.filter((end) => end !== undefined).map((end) => phraseOf(text, [begin, end]))
}

/**
 * Whether words say more than whose the rest is: "Hewitt’s" and "Ukrainian" alone do not, "Hewitt’s lawyer" and "Ukrainian
 * television" do.
 */
function isMoreThanOwner(words: string): boolean {
  const last = words.split(/\s/).at(-1) as string
  return !/['’]s?$/.test(last) && !demonyms.has(foldedName(last))
}

function phraseOf(text: string, span: Span): AddresseePhrase {
  const words = text
    .slice(...span)
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/["“”«»„‘]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { span, words }
}
