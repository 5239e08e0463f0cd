import { senses, type VerbCue } from '../lexicon/lexicon.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { isOccasion } from './occasion.ts'
import type { TokenRange } from './phrase.ts'

const marksAtEnd = new Set(['.', '!', '?', ';', ':', '…', '...'])

/** The range without the stop and stray commas at its end; a mark that closes a quotation inside stays. */
export function trimEnd(t: Tokens, [first, last]: TokenRange): TokenRange {
  let end = last
  while (end > first) {
    const i = end - 1
    const w = t.wordAt(i)
    const q = t.quoteAt(i)
    const opened = q >= 0 && (t.quotes[q]?.first ?? -1) >= first
    if (opened) break
    if (marksAtEnd.has(w) || w === ',' || w === '-' || w === '–' || w === '—') end--
    else if (w === ')' && !t.word.slice(first, i).includes('(')) end--
    else break
  }
  return [first, end]
}

/**
 * The end of a reported clause that starts at i: the sentence's end, or the place where the reporter goes on to something
 * new.
 */
export function clauseEnd(t: Tokens, i: number, last: number): number {
  for (let j = i + 1; j < last; j++) {
    if (t.isQuoted(j) && t.quote[j] !== t.quote[i]) continue
    const w = t.lowAt(j)
    if (w === ';') return j
    if (w === ',' && t.low[j - 1] === 'that') {
      j = nextComma(t, j, last)
      continue
    }
    if (afterQuotedComma(t, j) && breaksAfterComma(t, j, last)) return j
    if (w === ',' && breaksAfterComma(t, j + 1, last)) return j
    if ((w === 'and' || w === 'but') && sharedSubject(t, j + 1, last)) return j
    if (isOccasion(t, j, last, false)) return j
  }
  return last
}

/** "that, while it rained, the dam would hold": past what the two commas enclose. */
function nextComma(t: Tokens, i: number, last: number): number {
  for (let j = i + 1; j < Math.min(last, i + 30); j++) if (t.word[j] === ',' && !t.isQuoted(j)) return j
  return i
}

/**
 * Whether a new thought begins after a comma: a participle cue ("adding that"), "according to", "X said", "but she said".
 */
function breaksAfterComma(t: Tokens, i: number, last: number): boolean {
  const w = t.lowAt(i)
  if (i >= last) return true
  if (w === 'according' || w === 'however' || w === 'compared') return true
  if (w === 'while') return true
  if (w === 'but' && /^(he|she|they|it|i|we)$/.test(t.lowAt(i + 1))) return true
  if (trailing(t, i, last)) return true
  const found = senses.get(w)
  if (t.pos[i] !== 'NOUN' && found?.some((s) => s.form === 'ing' && s.cues.some(speaksOn))) return true
  const start = /^(and|but|while|though|although|as|then)$/.test(w) ? i + 1 : i
  for (let j = start; j < Math.min(last, start + 7); j++) {
    const pos = t.posAt(j)
    if (pos === 'PUNCT') return false
    if (pos === 'VERB' || pos === 'AUX') {
      const cue = senses.get(t.lowAt(j))
      return (
        pos === 'VERB' &&
        cue !== undefined &&
        cue.some((s) => s.cues.some((c) => c.core && c.takes.has('quote')))
      )
    }
  }
  return false
}

/** Whether a participle goes on with what the speaker said: "adding that", "calling it"; not "hoping to", "showing that". */
const speaksOn = (c: VerbCue) =>
  !/^(bring|push|show|respond|highlight|note)$/.test(c.verb) &&
  (c.core || /^(STATE|ACCUSE|CONDEMN|DENY|DEMAND|SUPPORT)$/.test(c.act))

/** A relative clause or an apposition after a comma that nothing of the clause comes back after. */
function trailing(t: Tokens, i: number, last: number): boolean {
  const w = t.lowAt(i)
  if (!/^(which|who|whose|where|an?)$/.test(w)) return false
  for (let j = i + 1; j < last - 1; j++) {
    if (t.word[j] === ',' && /^(VERB|AUX|CCONJ|ADV|SCONJ|PUNCT)$/.test(t.posAt(j + 1)) && j - i < 25)
      return false
  }
  return true
}

/** "… and accused her of": a second cue of the same speaker. */
function sharedSubject(t: Tokens, i: number, last: number): boolean {
  let j = i
  while (j < last && t.pos[j] === 'ADV') j++
  if (t.pos[j] === 'AUX' && j + 1 < last && senses.has(t.lowAt(j + 1))) return false
  const found = senses.get(t.lowAt(j))
  if (!found || t.pos[j] !== 'VERB') return false
  return found.some(
    (s) => (s.form === 'past' || s.form === 's') && s.cues.some((c) => c.core || c.takes.has('object')),
  )
}

/** The quotation that follows a colon at i: a piece of its own. */
export function quoteAfterColon(t: Tokens, i: number): TokenRange | undefined {
  if (t.word[i] !== ':' || t.isQuoted(i)) return undefined
  const quote = t.quotes[t.quoteAt(i + 1)]
  return quote?.first === i + 1 ? [quote.first, quote.last + 1] : undefined
}

/** The end of an object, an infinitive or a gerund that starts at i. */
export function objectEnd(t: Tokens, i: number, last: number): number {
  for (let j = i + 1; j < last; j++) {
    if (t.isQuoted(j) && t.quote[j] !== t.quote[i]) continue
    if (endsObject(t, i, j, last)) return j
  }
  return last
}

function endsObject(t: Tokens, i: number, j: number, last: number): boolean {
  const w = t.lowAt(j)
  if (w === ';' || w === '—' || w === '--' || quoteAfterColon(t, j)) return true
  if (afterQuotedComma(t, j) && t.pos[j] === 'VERB') return true
  if (w === ',') return !listComma(t, j, last) && !goesOnAfterComma(t, j, last)
  if (w === 'but') return true
  if (w === 'and')
    return (
      (t.pos[j + 1] === 'VERB' && senses.has(t.lowAt(j + 1)) && sameForm(t, i, j + 1)) ||
      sharedSubject(t, j + 1, last) ||
      (t.low[i] !== 'to' && isFiniteVerb(t, j + 1, last))
    )
  if (w === 'though' || w === 'although') return true
  return isOccasion(t, j, last, true)
}

/** A name, a place, a number or a further adjective after a comma tells more of the same: "her rival, Ivan Lind". */
function goesOnAfterComma(t: Tokens, j: number, last: number): boolean {
  const pos = t.posAt(j + 1)
  if (/^(especially|particularly|notably|with|without|in|to|among|for|from|or)$/.test(t.lowAt(j + 1)))
    return true
  if (pos === 'ADJ') return t.pos[j - 1] === 'ADJ'
  if (pos !== 'PROPN' && pos !== 'NUM') return false
  for (let k = j + 2; k < Math.min(last, j + 10); k++) {
    if (t.pos[k] === 'VERB' || t.pos[k] === 'AUX') return false
    if (t.word[k] === ',') return true
  }
  return true
}

/** A comma inside the closing mark: "…," adding. */
const afterQuotedComma = (t: Tokens, j: number) =>
  t.quote[j] === -1 && t.isQuoted(j - 1) && t.word[j - 2] === ','

/** Whether "and" at j - 1 joins a second participle to the cue whose object starts at i. */
function sameForm(t: Tokens, i: number, j: number): boolean {
  const before = t.lowAt(i - 1).endsWith('ing') || (t.low[i - 2] as string | undefined)?.endsWith('ing')
  return t.lowAt(j).endsWith('ing') && before === true
}

/** A verb form that only a sentence's own predicate has. */
function isFiniteVerb(t: Tokens, i: number, last: number): boolean {
  let j = i
  while (j < last && t.pos[j] === 'ADV') j++
  return t.pos[j] === 'AUX' || (t.pos[j] === 'VERB' && /[^s]s$/.test(t.lowAt(j)))
}

/** Whether a subject and its verb stand at i: "and Lind answered". */
function subjectAndVerbAt(t: Tokens, i: number, last: number): boolean {
  for (let j = i; j < Math.min(last, i + 5); j++) {
    const pos = t.posAt(j)
    if (pos === 'AUX' || (pos === 'VERB' && !t.lowAt(j).endsWith('ing'))) return j > i
    if (pos === 'PUNCT' || pos === 'ADP' || t.low[j] === 'who' || t.low[j] === 'that') return false
  }
  return false
}

/** A comma between the members of a list: a noun phrase and a further comma or "and" follow soon. */
function listComma(t: Tokens, j: number, last: number): boolean {
  if (/^(including|like|such)$/.test(t.lowAt(j + 1))) return true
  for (let k = j + 1; k < Math.min(last, j + 8); k++) {
    const pos = t.posAt(k)
    const w = t.lowAt(k)
    if (w === 'and' || w === 'or')
      return (k - j > 1 || t.pos[k + 1] !== 'VERB') && !subjectAndVerbAt(t, k + 1, last)
    if (w === ',') return k - j > 1 && /^(and|or)$/.test(t.lowAt(k + 1))
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT' || pos === 'SCONJ') return false
  }
  return false
}

export function clauseAhead(t: Tokens, i: number, last: number): boolean {
  for (let j = i; j < Math.min(last, i + 14); j++) {
    const pos = t.posAt(j)
    if (pos === 'VERB' || pos === 'AUX') return true
    if (pos === 'PUNCT' && t.quote[j] === -1) return false
  }
  return false
}
