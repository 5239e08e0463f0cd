import { senses } from './lexicon.ts'
import { isNounLike, type Range } from './phrase.ts'
import type { Tokens } from './tokens.ts'
import { joiners, relatives, subordinators, timeNouns } from './words.ts'

const MAX = 60

/** The subject whose last word is right before i, with its apposition: "the minister, a friend of hers, [said]". */
export function subjectBefore(t: Tokens, i: number, low: number): Range | undefined {
  const last = i - 1
  if (last < low) return undefined
  const w = t.low[last] as string
  if (relatives.has(w)) return w === 'whose' || w === 'whom' ? undefined : [last, i]
  if (w === ',') return pastApposition(t, last, low)
  if (
    /^(overall|here|there|alike|nationwide|themselves|himself|herself|itself)$/.test(w) &&
    last > low &&
    isHead(t, last - 1)
  ) {
    const inner = subjectBefore(t, last, low)
    return inner && [inner[0], i]
  }
  if (isDash(t, last)) return betweenDashes(t, last, low)
  const before = beforeTime(t, last, low)
  if (before <= last - 1 && before >= low) return subjectBefore(t, before + 1, low)
  const first = phraseStart(t, last, low)
  return first === undefined ? undefined : extended(t, [first, i], low)
}

const isDash = (t: Tokens, i: number) =>
  /^(—|–|--|-)$/.test(t.word[i] as string) && t.end[i] !== t.begin[i + 1]

/** Back over "on Tuesday", "last week", "this month" between a subject and its verb. */
function beforeTime(t: Tokens, last: number, low: number): number {
  const w = t.low[last] as string
  if (!timeNouns.has(w) || last <= low) return last
  const before = t.low[last - 1] as string
  if (/^(last|this|next|on|earlier)$/.test(before)) return last - 2
  if (/day$/.test(before) && timeNouns.has(before)) return last - 2
  if (w.endsWith('day') && t.pos[last - 1] !== 'DET' && t.pos[last - 1] !== 'ADP' && isHead(t, last - 1))
    return last - 1
  return last
}

/** "Name — apposition — [verb]". */
function betweenDashes(t: Tokens, dash: number, low: number): Range | undefined {
  for (let i = dash - 1; i > low && dash - i < MAX; i--) {
    if (isDash(t, i)) {
      const first = phraseStart(t, i - 1, low)
      return first === undefined ? undefined : [first, dash + 1]
    }
  }
  return undefined
}

/** What looks like a subject may be the end of a list or of an apposition that the name stands before. */
function extended(t: Tokens, [first, end]: Range, low: number): Range {
  const comma = first - 1
  if (comma <= low || t.word[comma] !== ',') return [first, end]
  const apposed =
    /^(a|an)$/.test(t.low[first] as string) ||
    /^\d+$/.test(t.word[first] as string) ||
    /^[A-Z][A-Za-z.]*\.$/.test(t.word[first] as string) ||
    (t.pos[first] === 'NOUN' && /^[a-z]/.test(t.word[first] as string)) ||
    t.low[first] === 'former'
  if (!apposed || t.word[end - 1] !== ',') return [first, end]
  const name = phraseStart(t, comma - 1, low)
  if (name === undefined || t.pos[name - 1] === 'ADP') return [first, end]
  return extended(t, [name, end], low)
}

/** Walks left over one noun phrase with its prepositional attributes. */
function phraseStart(t: Tokens, from: number, low: number): number | undefined {
  if (!isHead(t, from)) return undefined
  let i = from
  if (t.word[from] === ')') {
    const open = openBracket(t, from, low)
    return open > low ? phraseStart(t, open - 1, low) : undefined
  }
  let best = from
  const floor = Math.max(low, from - MAX)
  if (
    t.pos[from] === 'PRON' &&
    !/^(some|many|others|one|both|all|most|few|several|none|those|these|each)$/.test(t.low[from] as string)
  )
    return from
  for (i = from - 1; i >= floor && t.quote[i] === t.quote[from]; i--) {
    const pos = t.pos[i] as string
    const w = t.low[i] as string
    if (w === ')') {
      const open = openBracket(t, i, floor)
      if (open < 0) break
      i = open
      best = i
      continue
    }
    if (pos === 'PRON') {
      if (isPossessive(w) || /^(some|many|one|both|all|most|few|several|none|those|each)$/.test(w)) best = i
      if (isPossessive(w)) continue
      break
    }
    if (
      pos === 'DET' ||
      pos === 'ADJ' ||
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      pos === 'NUM' ||
      pos === 'SYM'
    ) {
      if (timeNouns.has(w) && w.endsWith('day') && t.low[i + 1] !== "'s" && pos === 'PROPN') break
      best = i
    } else if (pos === 'PART' && (w === "'s" || w === "'")) continue
    else if (pos === 'VERB' && t.word[i - 1] === '-') continue
    else if (w === '-' || w === '–' || w === '&' || w === '/' || w === '.') continue
    else if (w === 'as' && t.low[i - 1] === 'known') continue
    else if (pos === 'ADP' && joiners.has(w) && isHead(t, i - 1) && i - 1 >= floor) continue
    else if (
      w === 'and' &&
      i - 1 >= floor &&
      (isHead(t, i - 1) || t.word[i - 1] === ',') &&
      !verbBefore(t, i - 1, low)
    )
      continue
    else if (w === ',' && i - 1 >= floor && isHead(t, i - 1) && inList(t, i, from, low)) continue
    else if (pos === 'ADV' && /^(more|nearly|about|most|almost|only|even|former|then|roughly)$/.test(w))
      best = i
    else if (
      pos === 'VERB' &&
      /(ing|ed|known|led|made)$/.test(w) &&
      isHead(t, i - 1) &&
      i - 1 >= floor &&
      (!senses.has(w) || t.pos[i + 1] === 'ADP') &&
      opensClause(t, i - 1, floor)
    )
      continue
    else {
      const who = relativeBefore(t, i, floor)
      if (who < 0 || !isHead(t, who - 1) || isHead(t, i) || senses.has(w)) break
      i = who
    }
  }
  while (best < from && /^(and|or|but|than|as)$/.test(t.low[best] as string)) best++
  return best
}

function isHead(t: Tokens, i: number): boolean {
  const w = t.low[i] as string
  if (
    w === ')' ||
    w === '%' ||
    /^(surveyed|polled|interviewed|third|quarter|familiar|close|opposed|loyal|briefed|involved)$/.test(w)
  )
    return true
  if (t.pos[i] === 'DET') return /^(this|that|these|those|some|all|both|each)$/.test(w)
  return isNounLike(t, i) || (t.pos[i] === 'ADJ' && t.pos[i - 1] === 'DET')
}

export const isPossessive = (w: string) => /^(his|her|their|its|our|my|your)$/.test(w)

function openBracket(t: Tokens, i: number, floor: number): number {
  for (let j = i - 1; j >= floor && i - j < 12; j--) if (t.word[j] === '(') return j
  return -1
}

/** "officials who met the …": the pronoun of the relative clause that the verb at i belongs to. */
function relativeBefore(t: Tokens, i: number, floor: number): number {
  if (t.pos[i] !== 'VERB' && t.pos[i] !== 'AUX') return -1
  for (let j = i - 1; j > floor && i - j < 5; j--) {
    if (t.low[j] === 'who') return j
    if (t.pos[j] !== 'AUX' && t.pos[j] !== 'ADV' && t.pos[j] !== 'VERB' && t.pos[j] !== 'PART') return -1
  }
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

/** Whether the noun phrase that ends at i opens its clause, so that a participle after it only describes it. */
function opensClause(t: Tokens, i: number, floor: number): boolean {
  for (let j = i; j >= floor; j--) {
    const pos = t.pos[j] as string
    if (pos === 'VERB' || pos === 'AUX') return false
    if (pos === 'PUNCT' || pos === 'SCONJ' || subordinators.has(t.low[j] as string)) return true
  }
  return true
}

/** "Name, apposition, [verb]": back to the comma before the apposition, then the name. */
function pastApposition(t: Tokens, comma: number, low: number): Range | undefined {
  let open = comma
  for (let tries = 0; tries < 3; tries++) {
    let i = open - 1
    while (i >= low && comma - i < MAX && !(t.word[i] === ',' && t.quote[i] === t.quote[comma])) i--
    if (i < low || t.word[i] !== ',') return undefined
    open = i
    if (isAside(t, open + 1, comma)) {
      const first = phraseStart(t, open - 1, low)
      return first === undefined ? undefined : [first, open]
    }
    if (!describes(t, open + 1, comma)) continue
    const first = phraseStart(t, open - 1, low)
    if (first !== undefined && !(t.pos[first - 1] === 'ADP' && first - 1 <= low + 1))
      return extended(t, [first, comma + 1], low)
  }
  return undefined
}

/** ", however,", ", for example,": of the sentence, not of the name. */
function isAside(t: Tokens, first: number, last: number): boolean {
  if (last - first > 4) return false
  if (last - first === 1)
    return t.pos[first] === 'ADV' || /^(however|meanwhile|too|instead)$/.test(t.low[first] as string)
  return /^(for|by|in|of|at|on)$/.test(t.low[first] as string)
}

/** Whether what stands between two commas tells more of the name before it. */
function describes(t: Tokens, i: number, last: number): boolean {
  const w = t.low[i] as string
  const pos = t.pos[i] as string
  if (relatives.has(w) || /^(whose|himself|herself|himself|now|then|once|formerly|also)$/.test(w)) return true
  if (pos === 'DET' || pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM')
    return !hasFiniteVerb(t, i, last)
  if (isPossessive(w)) return true
  return pos === 'VERB' && /(ing|ed)$/.test(w)
}

function hasFiniteVerb(t: Tokens, i: number, last: number): boolean {
  for (let j = i; j < last; j++) {
    if (relatives.has(t.low[j] as string)) return false
    if (t.pos[j] === 'AUX') return true
  }
  return false
}
