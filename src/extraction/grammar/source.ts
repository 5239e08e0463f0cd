import { relatives } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { isParticiple } from './noun-attribute.ts'
import { canEndPhrase, isPossessiveWord } from './noun-head.ts'
import type { TokenRange } from './phrase.ts'
import { LONGEST_SUBJECT, phraseStart } from './phrase-start.ts'
import { timePhraseStart } from './time-phrase.ts'

/** The subject whose last word is right before i, with its apposition: "the minister, a friend of hers, [said]". */
export function subjectBefore(t: Tokens, i: number, low: number): TokenRange | undefined {
  const last = i - 1
  if (last < low) return undefined
  const w = t.lowAt(last)
  if (relatives.has(w)) return w === 'whose' || w === 'whom' ? undefined : [last, i]
  if (w === ',') return pastApposition(t, last, low) ?? afterBracket(t, last, low)
  if (
    /^(overall|here|there|alike|nationwide|nearby|abroad|alone|themselves|himself|herself|itself)$/.test(w) &&
    last > low &&
    canEndPhrase(t, last - 1)
  ) {
    const inner = subjectBefore(t, last, low)
    return inner && [inner[0], i]
  }
  if (isSpacedDash(t, last)) return betweenDashes(t, last, low)
  const time = timePhraseStart(t, last, low)
  if (time > low && isParticiple(t, time - 1)) return reduced(t, time - 2, i, low)
  if (time > low) return subjectBefore(t, time, low)
  if (isAdverb(t, last) && last > low) return subjectBefore(t, last, low)
  const occasion = occasionStart(t, last)
  if (occasion > low) return subjectBefore(t, occasion, low)
  const first = phraseStart(t, last, low)
  return first === undefined ? undefined : extended(t, [first, i], low)
}

/** "a report published on Wednesday": the time is the participle's. */
function reduced(t: Tokens, noun: number, i: number, low: number): TokenRange | undefined {
  const first = noun < low ? undefined : phraseStart(t, noun, low)
  return first === undefined ? undefined : [first, i]
}

/** "Carter however said": an adverb of the sentence between subject and verb. */
const isAdverb = (t: Tokens, i: number) =>
  /^(however|too|meanwhile|instead|still|therefore|nevertheless|nonetheless|thus)$/.test(t.lowAt(i))

/** "Noor in a statement said": where the occasion that ends at i begins; -1 where none does. */
function occasionStart(t: Tokens, i: number): number {
  if (!/^(statement|interview|tweet|speech|letter|email|report|post|briefing|memo)$/.test(t.lowAt(i)))
    return -1
  let j = i - 1
  while (j > i - 5 && /^(ADJ|NOUN|PROPN)$/.test(t.posAt(j))) j--
  return /^(a|an)$/.test(t.lowAt(j)) && t.low[j - 1] === 'in' ? j - 1 : -1
}

/** "Jack Reed (D-R.I.), [said]": a comma that a bracket has left behind. */
function afterBracket(t: Tokens, comma: number, low: number): TokenRange | undefined {
  const first = t.word[comma - 1] === ')' && comma - 1 > low ? phraseStart(t, comma - 1, low) : undefined
  return first === undefined ? undefined : [first, comma + 1]
}

const isSpacedDash = (t: Tokens, i: number) => /^(—|–|--|-)$/.test(t.wordAt(i)) && t.end[i] !== t.begin[i + 1]

/** "Name — apposition — [verb]". */
function betweenDashes(t: Tokens, dash: number, low: number): TokenRange | undefined {
  for (let i = dash - 1; i > low && dash - i < LONGEST_SUBJECT; i--) {
    if (isSpacedDash(t, i)) {
      const first = phraseStart(t, i - 1, low)
      return first === undefined ? undefined : [first, dash + 1]
    }
  }
  return undefined
}

/** "…,” another friend, Ana Brito, said": the phrase before the comma follows a quotation. */
function nameFollowsQuote(t: Tokens, comma: number, low: number): boolean {
  const name = phraseStart(t, comma - 1, low)
  return name !== undefined && name > low && t.isQuoted(name - 1) && !t.isQuoted(comma)
}

/** The whole subject, where the phrase before the verb is only the end of a list or an apposition to a name before it. */
function extended(t: Tokens, [first, end]: TokenRange, low: number): TokenRange {
  const comma = first - 1
  if (comma <= low || t.word[comma] !== ',') return [first, end]
  const apposed =
    /^(a|an)$/.test(t.lowAt(first)) ||
    /^\d+$/.test(t.wordAt(first)) ||
    /^[A-Z][A-Za-z.]*\.$/.test(t.wordAt(first)) ||
    (t.pos[first] === 'NOUN' && /^[a-z]/.test(t.wordAt(first))) ||
    t.low[first] === 'former'
  if (nameFollowsQuote(t, comma, low)) return [phraseStart(t, comma - 1, low) as number, end]
  if (!apposed || t.word[end - 1] !== ',') return [first, end]
  const name = phraseStart(t, comma - 1, low)
  if (name === undefined || t.pos[name - 1] === 'ADP') return [first, end]
  return extended(t, [name, end], low)
}

/** "Name, apposition, [verb]": back to the comma before the apposition, then the name. */
function pastApposition(t: Tokens, comma: number, low: number): TokenRange | undefined {
  let open = comma
  for (let tries = 0; tries < 3; tries++) {
    let i = open - 1
    while (i >= low && comma - i < LONGEST_SUBJECT && !(t.word[i] === ',' && t.quote[i] === t.quote[comma]))
      i--
    if (i < low || t.word[i] !== ',') return undefined
    open = i
    if (isAside(t, open + 1, comma)) {
      const first = phraseStart(t, beforeTime(t, open, low) - 1, low)
      return first === undefined ? undefined : [first, beforeTime(t, open, low)]
    }
    if (isCircumstance(t, open + 1)) {
      const first = phraseStart(t, open - 1, low)
      if (first !== undefined && t.pos[first - 1] !== 'ADP') return [first, open]
    }
    if (!describes(t, open + 1, comma)) continue
    const first = phraseStart(t, beforeTime(t, open, low) - 1, low)
    if (first !== undefined && !(t.pos[first - 1] === 'ADP' && first - 1 <= low + 1))
      return extended(t, [first, comma + 1], low)
  }
  return undefined
}

/** "officials in the town this week, …": the end of the phrase without the time after it. */
function beforeTime(t: Tokens, end: number, low: number): number {
  const time = timePhraseStart(t, end - 1, low)
  return time > low ? time : end
}

/** ", when asked about it,", ", after the vote,": how or when something is said, and not who says it. */
const isCircumstance = (t: Tokens, i: number) =>
  /^(when|while|after|before|as|since|because|if|though|although|despite|without|in|on|at|during|for|by)$/.test(
    t.lowAt(i),
  )

/** ", however,", ", for example,": of the sentence, not of the name. */
function isAside(t: Tokens, first: number, last: number): boolean {
  if (last - first > 4) return false
  if (last - first === 1)
    return t.pos[first] === 'ADV' || /^(however|meanwhile|too|instead)$/.test(t.lowAt(first))
  return /^(for|by|in|of|at|on)$/.test(t.lowAt(first))
}

/** Whether what stands between two commas tells more of the name before it. */
function describes(t: Tokens, i: number, last: number): boolean {
  const w = t.lowAt(i)
  const pos = t.posAt(i)
  if (
    relatives.has(w) ||
    /^(whose|himself|herself|himself|now|then|once|formerly|also|along|together|including|like|among|currently|both)$/.test(
      w,
    )
  )
    return true
  if (pos === 'DET' || pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM')
    return !hasFiniteVerb(t, i, last)
  if (isPossessiveWord(w)) return true
  return isParticiple(t, i)
}

function hasFiniteVerb(t: Tokens, i: number, last: number): boolean {
  for (let j = i; j < last; j++) {
    if (relatives.has(t.lowAt(j))) return false
    if (t.pos[j] === 'AUX') return true
  }
  return false
}
