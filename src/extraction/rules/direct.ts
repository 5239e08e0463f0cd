import { clauseEnd } from '../grammar/content.ts'
import { skipAdverbials, type TokenRange } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import { withOccasion } from '../grammar/statement-phrase.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import type { VerbCue } from '../lexicon/lexicon.ts'
import { subordinators } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'
import { isOpeningDash, pastDateline } from './sentence-start.ts'

const isSpeechCue = (c: VerbCue) => c.takes.has('quote') || c.takes.has('clause')

/** "…," she said; … , said the minister; …, he said, …: what was said stands first. */
export function postposed(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const cue =
    c.cues.find((x) => isSpeechCue(x) && !x.takes.has('told') && x.particles.length === 0) ??
    c.cues.find((x) => x.takes.has('told') && x.takes.has('quote'))
  if (!cue || c.group.infinitive || c.group.passive) return undefined
  const g = c.group
  if (c.form === 'ing' && !g.progressive) return undefined
  const [source, inverted] = speakerBeside(t, c)
  if (!source) return undefined
  const edge = inverted ? g.first : source[0]
  const told = cue.takes.has('told')
  const resume = inverted ? source[1] : g.head + 1
  if (edge === c.low) {
    const before = questionBefore(t, edge)
    if (!before || !endsThere(t, resume, c.high, told || cue.verb === 'ask')) return undefined
    const content: TokenRange[] = [before]
    const rest = resumed(t, resume, c, true)
    if (rest) content.push(rest)
    return {
      source,
      cue: [g.first, g.head + 1],
      content,
      frame: 'direct',
      meaning: cue,
      group: g,
      sure: cue.core,
    }
  }
  if (!closesContent(t, edge - 1, c)) return undefined
  const quoted = t.isQuoted(edge - 1) || t.isQuoted(edge - 2)
  const isSetOff = isOpeningDash(t, edge - 1) && isOpeningDash(t, c.low)
  const isCue = cue.core && (cue.takes.has('clause') || told)
  if (!quoted && !isSetOff && !(isCue && endsThere(t, resume, c.high, told))) return undefined
  if (quoted && (t.low[resume] === 'that' || t.isQuoted(resume))) return undefined
  const first = quotedContentStart(t, c, edge - 1)
  const end = quoted ? edge : edge - 1
  if (
    end <= first ||
    (!quoted &&
      (opensQuote(t, resume) ||
        !(states(t, first, end) || (t.word[resume] === ',' && states(t, resume, c.high)))))
  )
    return undefined
  const content: TokenRange[] = [
    [first, quoted && t.word[edge - 1] === ',' && t.quote[edge - 1] === -1 ? edge - 1 : end],
  ]
  const rest = resumed(t, resume, c, quoted)
  if (rest) content.push(rest)
  const isDashed = !quoted && isOpeningDash(t, c.low) && t.word[c.low] !== '-' && first === c.low + 1
  return {
    source,
    cue: [g.first, inverted ? g.head + 1 : withOccasion(t, g.head + 1, c.high)],
    content,
    frame: quoted ? 'direct' : isDashed ? 'dash' : 'parenthetical',
    isVerbatim: isDashed,
    meaning: cue,
    group: g,
    sure: quoted ? cue.core : cue.core && g.head + 3 > c.high - 3,
  }
}

/** Whether a range has a finite verb: a statement, not a name. */
function states(t: Tokens, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    if (t.pos[i] === 'AUX' || (t.pos[i] === 'VERB' && !t.lowAt(i).endsWith('ing')) || t.isQuoted(i))
      return true
  }
  return last - first <= 3
}

/** Whether a whole quotation follows the cue: then that is what was said. */
function opensQuote(t: Tokens, i: number): boolean {
  const q = t.quotes[t.quoteAt(i + 1)]
  return /^[,:]$/.test(t.wordAt(i)) && q !== undefined && q.first === i + 1 && /^[A-Z]/.test(t.wordAt(i + 2))
}

/** The subject before the cue, or after it; and which of the two it was. */
function speakerBeside(t: Tokens, c: Candidate): [TokenRange | undefined, boolean] {
  const g = c.group
  const before = g.first - 1
  const closed = before < c.low || closesContent(t, before, c)
  if (closed && t.word[before] === ',' && t.quote[before - 1] === -1 && before > c.low) {
    const apposed = subjectBefore(t, g.first, c.low)
    if (apposed && closesContent(t, apposed[0] - 1, c)) return [apposed, false]
  }
  if (closed && g.first === g.head) return [subjectAfter(t, g.head + 1, c.high), true]
  return [subjectBefore(t, g.first, c.low), false]
}

/** "…?" she asked: the quotation that ends right before a sentence, though its own mark ended it. */
function questionBefore(t: Tokens, low: number): TokenRange | undefined {
  const q = t.quotes[t.quoteAt(low - 1)]
  let inner = low - 2
  while (inner > 0 && /^['’]$/.test(t.wordAt(inner))) inner--
  if (!q || q.last !== low - 1 || !/[?!…—]$|\.\.\.$/.test(t.wordAt(inner))) return undefined
  if (/\n/.test(t.text.slice(t.end[low - 1], t.begin[low]))) return undefined
  return [q.first, low]
}

/** A comma, the mark that closes a quotation, or the second dash of one that a dash opens. */
function closesContent(t: Tokens, i: number, c: Candidate): boolean {
  if (i < c.low) return false
  if (isOpeningDash(t, i) && isOpeningDash(t, c.low)) return i > c.low + 1 && /^[,!?…]$/.test(t.wordAt(i - 1))
  if (t.isQuoted(i)) return t.quotes[t.quoteAt(i)]?.last === i
  return t.word[i] === ',' && i > c.low
}

function quotedContentStart(t: Tokens, c: Candidate, edge: number): number {
  let i = c.low
  const q = t.isQuoted(edge) ? t.quoteAt(edge) : t.quoteAt(edge - 1)
  const quote = t.quotes[q]
  if (quote && quote.first <= c.low) return Math.max(quote.first, 0)
  if (quote && /^(:|—|–|--|-)$/.test(t.wordAt(quote.first - 1))) return quote.first
  if (isOpeningDash(t, i)) return i + 1
  i = pastDateline(t, i, edge)
  if (/^(and|but|yet|so)$/.test(t.lowAt(i)) && i < edge - 1) i++
  return i
}

/** Whether the sentence ends, pauses or merely gives time and place after a cue. */
function endsThere(t: Tokens, i: number, high: number, told: boolean): boolean {
  let j = i
  if (told && j < high && t.pos[j] !== 'PUNCT') {
    while (j < high && /^(NOUN|PROPN|PRON|DET|ADJ)$/.test(t.posAt(j))) j++
  }
  j = j < high ? skipAdverbials(t, j, high) : j
  if (j >= high) return true
  const w = t.lowAt(j)
  if (t.pos[j] === 'PUNCT') return w !== ':' && w !== '('
  return subordinators.has(w) || w === 'according'
}

/** The rest of a quotation after "…," she said, … */
function resumed(t: Tokens, i: number, c: Candidate, quoted: boolean): TokenRange | undefined {
  let j = i < c.high ? skipAdverbials(t, i, c.high) : i
  if (j >= c.high || (t.word[j] !== ',' && t.word[j] !== ':')) {
    if (!quoted) return undefined
    for (j = i; j < c.high && !t.isQuoted(j); j++) if (t.word[j] !== ',') continue
    if (j >= c.high || (t.word[j - 1] !== ',' && t.word[j - 1] !== ':')) return undefined
    j--
  }
  const q = t.quotes[t.quoteAt(j + 1)]
  if (q && q.first === j + 1) return [q.first, Math.min(q.last + 1, c.high)]
  if (quoted) return undefined
  if (isOpeningDash(t, j + 1) && isOpeningDash(t, c.low)) return [j + 2, c.high]
  const end = clauseEnd(t, j + 1, c.high)
  if (
    /^(and|but|adding|noting|saying|while|though|although|as|who|which|when|according|citing|calling|referring)$/.test(
      t.lowAt(j + 1),
    )
  )
    return undefined
  return end > j + 1 ? [j + 1, end] : undefined
}
