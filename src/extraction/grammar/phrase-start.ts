import { joiners } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { isParticiple, objects, participleAfter, qualifies, relativeBefore } from './noun-attribute.ts'
import { canEndPhrase, isPossessiveWord, quantities } from './noun-head.ts'
import { isNounLike } from './phrase.ts'
import { timePhraseStart } from './time-phrase.ts'

/** Longer subjects are sentences that a rule has misread. */
export const LONGEST_SUBJECT = 60

const degreeWords = new Set(
  `more nearly about most almost only just former then roughly not fewer less hardly`.split(' '),
)

/** The first token of the noun phrase that ends at from, with its attributes: "officials briefed on the talks". */
export function phraseStart(t: Tokens, from: number, low: number): number | undefined {
  if (!canEndPhrase(t, from)) {
    const noun = t.pos[from] === 'VERB' ? nounOfVerb(t, from, low) : undefined
    return noun === undefined ? undefined : phraseStart(t, noun, low)
  }
  if (t.word[from] === ')') {
    const open = openBracket(t, from, low)
    return open > low ? phraseStart(t, open - 1, low) : undefined
  }
  const floor = Math.max(low, from - LONGEST_SUBJECT)
  if (isPronounSubject(t, from, floor)) return from
  let best = from
  for (let i = from - 1; i >= floor && t.quote[i] === t.quote[from]; i--) {
    const step = stepLeft(t, i, best, from, floor, low)
    if (step === undefined) break
    if (step.best !== undefined) best = step.best
    i = step.at
  }
  while (best < from && /^(and|or|nor|but|than|as)$/.test(t.lowAt(best))) best++
  return pastOpening(t, best, from, low)
}

/** "those who stayed": the noun that a verb at the phrase's end tells of. */
function nounOfVerb(t: Tokens, verb: number, low: number): number | undefined {
  const who = relativeBefore(t, verb, verb + 1, Math.max(low - 1, verb - LONGEST_SUBJECT))
  return who === undefined ? undefined : who - 1
}

/** A pronoun is a subject by itself, unless a preposition makes it part of one: "a source close to him". */
function isPronounSubject(t: Tokens, from: number, floor: number): boolean {
  const w = t.lowAt(from)
  if (t.pos[from] !== 'PRON' || quantities.has(w)) return false
  const before = from - 1
  if (!objects.has(w) || before <= floor) return true
  if (t.pos[before] === 'ADP' && canEndPhrase(t, before - 1)) return false
  return relativeBefore(t, before, from, floor) === undefined
}

interface Step {
  /** The place that the walk has come to. */
  at: number
  /** The phrase's first token, where it has moved. */
  best?: number
}

/** One step over what may belong to a noun phrase; undefined where it begins. */
function stepLeft(
  t: Tokens,
  i: number,
  best: number,
  from: number,
  floor: number,
  low: number,
): Step | undefined {
  const pos = t.posAt(i)
  const w = t.lowAt(i)
  if (w === ')') {
    const open = openBracket(t, i, floor)
    return open < 0 ? undefined : { at: open, best: open }
  }
  if (quantities.has(w)) return { at: i, best: i }
  if (pos === 'PRON' && (isPossessiveWord(w) || isHeadOf(t, i, floor))) return { at: i, best: i }
  if (pos === 'PRON' && !objects.has(w)) return undefined
  if (endsTime(t, i, low)) return undefined
  if (/^(DET|ADJ|NOUN|PROPN|NUM|SYM)$/.test(pos))
    return isOfAnotherPhrase(t, i, best) ? undefined : { at: i, best: i }
  if (joinsParts(t, i, from, floor, low)) return { at: i }
  if (best === i + 1 && qualifies(t, i)) return { at: i, best: i }
  if (pos === 'ADV' && (degreeWords.has(w) || isParticiple(t, i + 1)))
    return { at: i, best: degreeWords.has(w) ? i : best }
  const noun = participleAfter(t, i, best, floor) ?? relativeBefore(t, i, best, floor)
  return noun === undefined ? undefined : { at: noun }
}

/** "those close to him": an object pronoun inside a phrase. */
const isHeadOf = (t: Tokens, i: number, floor: number) =>
  objects.has(t.lowAt(i)) && t.pos[i - 1] === 'ADP' && i - 2 >= floor && canEndPhrase(t, i - 2)

/** "In Paris | the minister": a noun right before an article belongs to another phrase. */
const isOfAnotherPhrase = (t: Tokens, i: number, best: number) =>
  best === i + 1 &&
  (t.pos[i] === 'NOUN' || t.pos[i] === 'PROPN') &&
  ((t.pos[best] === 'DET' && /^(the|a|an|this|these)$/.test(t.lowAt(best))) ||
    isPossessiveWord(t.lowAt(best)))

/** "Last night | officials": a time before a phrase, and not "the May | summit". */
function endsTime(t: Tokens, i: number, low: number): boolean {
  const start = timePhraseStart(t, i, low)
  if (start < 0 || /^(morning|night|evening|afternoon)$/.test(t.lowAt(i + 1))) return false
  const pos = t.posAt(i + 1)
  if (/^(DET|PRON|PROPN|NUM)$/.test(pos)) return true
  const named = pos === 'NOUN' || (pos === 'ADJ' && t.pos[i + 2] !== 'PUNCT')
  for (let j = start; j <= i; j++) if (/^(the|a|that)$/.test(t.lowAt(j))) return false
  return named
}

/** Whether the token at i holds two parts of a phrase together: 's, a hyphen, of, and. */
function joinsParts(t: Tokens, i: number, from: number, floor: number, low: number): boolean {
  const pos = t.posAt(i)
  const w = t.lowAt(i)
  if (pos === 'PART' && (w === "'s" || w === "'")) return true
  if (pos === 'VERB' && t.word[i - 1] === '-') return true
  if (/^(-|–|&|\/|\.)$/.test(w)) return true
  if (i - 1 < floor) return false
  if (w === 'as' && /^(known|name|identified|described|named)$/.test(t.lowAt(i - 1))) return true
  if (w === 'than' && degreeWords.has(t.lowAt(i - 1))) return true
  if (pos === 'ADP' && joiners.has(w))
    return canEndPhrase(t, i - 1) || isParticiple(t, i - 1) || t.low[i - 1] === 'nearby'
  if (w === 'and' || w === 'or' || w === 'nor')
    return (canEndPhrase(t, i - 1) || t.word[i - 1] === ',') && !verbBefore(t, i - 1, low)
  return w === ',' && canEndPhrase(t, i - 1) && inList(t, i, from, low)
}

/** A preposition that opens the sentence takes the noun after it away: "In Moscow | officials", "By contrast | Adam Noor". */
function pastOpening(t: Tokens, best: number, from: number, low: number): number {
  const opener = best - 1
  if (
    opener !== low ||
    t.pos[opener] !== 'ADP' ||
    !/^(in|at|by|on|from|after|with|for|under|near)$/.test(t.lowAt(opener))
  )
    return best
  for (let i = best; i < from; i++) {
    if (t.pos[i] === 'ADP' || t.pos[i] === 'CCONJ' || t.pos[i] === 'PART') return best
    if (!isNounLike(t, i)) continue
    const isNext = t.pos[i + 1] === 'PROPN' && (t.pos[i] === 'NOUN' || i + 1 < from)
    if (isNext || (t.pos[i] === 'PROPN' && t.pos[i + 1] === 'NOUN')) return i + 1
  }
  return best
}

function openBracket(t: Tokens, i: number, floor: number): number {
  for (let j = i - 1; j >= floor && i - j < 12; j--) if (t.word[j] === '(') return j
  return -1
}

/** Whether the comma at i joins the members of a subject: "and" follows it, no verb comes before. */
function inList(t: Tokens, i: number, from: number, low: number): boolean {
  let and = i + 1
  while (and <= from && t.low[and] !== 'and') and++
  if (and > from || t.word[low] === ',') return false
  if (t.word[and - 1] !== ',' && !t.word.slice(i + 1, and).includes(',') && and - i > 5) return false
  for (let j = i; j >= low; j--)
    if (t.pos[j] === 'VERB' || t.pos[j] === 'AUX' || t.pos[j] === 'ADP') return false
  return true
}

/** Whether a verb stands between i and the clause's start: then "and" joins clauses rather than names. */
function verbBefore(t: Tokens, i: number, floor: number): boolean {
  for (let j = i; j >= floor; j--) {
    if (t.pos[j] === 'VERB' || t.pos[j] === 'AUX') return true
    if (t.pos[j] === 'PUNCT') return false
  }
  return false
}
