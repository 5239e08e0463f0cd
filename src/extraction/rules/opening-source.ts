import { plainlySaid } from '../attribution.ts'
import { clauseEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subordinators, timeNouns } from '../lexicon/words.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'

/**
 * The source after "According to" at a sentence's start: up to the comma after which the sentence proper begins, past
 * appositions, relative clauses and lists.
 */
export function openingSource(t: Tokens, first: number, last: number): TokenRange | undefined {
  const commas = pauses(t, first, last)
  const end = commas[0]
  if (end === undefined) {
    let j = first
    while (j < last && !/^[;.!?]$/.test(t.wordAt(j))) j++
    return j > first ? [first, j] : undefined
  }
  if (end === first) return undefined
  for (let k = 1; k < commas.length; k++) {
    const begin = (commas[k - 1] as number) + 1
    const comma = commas[k] as number
    if (!isDescriptionBetween(t, begin, comma)) break
    const next = comma + 1
    const close = commas[k + 1] ?? last
    if (/^(and|or)$/.test(t.lowAt(next)) && hasVerb(t, next, close)) break
    if (/^(AUX|VERB)$/.test(t.posAt(next))) break
    if (!hasVerb(t, next, close) && !clauseComesLater(t, commas, k + 1, last)) break
    if (hasVerb(t, next, close)) return [first, comma]
  }
  return [first, end]
}

/** The commas and colons outside of quotation marks and brackets, up to the first few: nothing is read that far. */
function pauses(t: Tokens, first: number, last: number): number[] {
  const found: number[] = []
  for (let j = first, depth = 0; j < last && found.length < 6 && !t.isQuoted(j); j++) {
    const w = t.wordAt(j)
    if (w === '(') depth++
    else if (w === ')') depth--
    else if (w === ';' || w === '—' || w === '–') break
    else if (depth <= 0 && (w === ',' || w === ':')) found.push(j)
  }
  return found
}

/** Whether what stands between two commas may tell more of the name before it: no adverbial, no clause. */
function isDescriptionBetween(t: Tokens, first: number, last: number): boolean {
  const w = t.lowAt(first)
  if (/^(who|which|whose|writing|speaking|citing)$/.test(w)) return true
  if (subordinators.has(w) || timeNouns.has(w) || !/^(DET|PROPN|NOUN|ADJ|NUM|CCONJ)$/.test(t.posAt(first)))
    return false
  return !hasVerb(t, first, last)
}

/** A finite verb outside of relative clauses. */
function hasVerb(t: Tokens, first: number, last: number): boolean {
  for (let j = first; j < last; j++) {
    if (/^(who|which|whose)$/.test(t.lowAt(j))) return false
    if (t.pos[j] === 'AUX' || (t.pos[j] === 'VERB' && j > first && !/ing$/.test(t.lowAt(j)))) return true
  }
  return false
}

/** Whether a later stretch between commas is a whole clause, subject and verb. */
function clauseComesLater(t: Tokens, commas: number[], k: number, last: number): boolean {
  for (let j = k; j < commas.length; j++) {
    const begin = (commas[j] as number) + 1
    if (/^(AUX|VERB)$/.test(t.posAt(begin))) return false
    if (hasVerb(t, begin, commas[j + 1] ?? last)) return true
  }
  return false
}

const polls = /^(poll|polls|survey|surveys|polling|tally|average|projection|projections)$/
const notions = /^(view|opinion|eyes|words|telling|estimation|mind|account|accounts|tally|reckoning)$/

/** "In a new poll, …", "In Kravets's view, …", "To Kravets, …": who says or thinks what the sentence goes on with. */
export function openingCue(t: Tokens, unit: Unit, i: number): AttributionDraft | undefined {
  const w = t.lowAt(i)
  if (w !== 'in' && w !== 'to' && w !== 'for' && w !== 'by') return undefined
  const opens = i === unit.first || (i === unit.first + 1 && /^(but|and|yet)$/.test(t.lowAt(unit.first)))
  if (!opens) return undefined
  let comma = i + 1
  while (comma < unit.last && t.word[comma] !== ',' && comma - i < 25) comma++
  if (t.word[comma] !== ',' || comma + 3 >= unit.last || t.isQuoted(comma)) return undefined
  const read =
    w === 'in' || w === 'by'
      ? (inView(t, i, comma) ?? inPoll(t, i, comma, unit))
      : forSomebody(t, i, comma, unit)
  if (!read) return undefined
  const start = Math.max(comma, read.source[1]) + 1
  const end = clauseEnd(t, start, unit.last)
  if (!hasVerb(t, start, end)) return undefined
  return { ...read, content: [[start, end]], sure: false }
}

type OpeningDraft = Omit<AttributionDraft, 'content' | 'sure'> & { source: TokenRange }

const believesProbably = { act: 'BELIEVE', stance: 'AFFIRMS', certainty: 'PROBABLE' } as const

/** "In his view,", "In the mayor's words,", "By the ministry's count,". */
function inView(t: Tokens, i: number, comma: number): OpeningDraft | undefined {
  const noun = comma - 1
  if (!notions.test(t.lowAt(noun))) return undefined
  let owner = noun - 1
  while (owner > i + 1 && t.pos[owner] === 'ADJ') owner--
  const possessive = /^('s|'|his|her|their|its|my|our)$/.test(t.lowAt(owner))
  if (!possessive || (owner === i + 1 && /^('s|')$/.test(t.lowAt(owner)))) return undefined
  const meaning = /^(words|telling|account|accounts|tally)$/.test(t.lowAt(noun))
    ? plainlySaid
    : believesProbably
  return { source: [i + 1, owner + 1], cue: [owner + 1, noun + 1], frame: 'according', meaning }
}

/** "In a poll released on Monday,". */
function inPoll(t: Tokens, i: number, comma: number, unit: Unit): OpeningDraft | undefined {
  let noun = i + 1
  while (noun < comma && !/^(VERB|AUX|SCONJ)$/.test(t.posAt(noun)) && !polls.test(t.lowAt(noun))) noun++
  if (!polls.test(t.lowAt(noun))) return undefined
  const source = openingSource(t, i + 1, unit.last)
  return source && { source, cue: [i, i + 1], frame: 'according', meaning: plainlySaid }
}

/** "To Kravets,", "For many,": a name or a few words for people, and a whole sentence after the comma. */
function forSomebody(t: Tokens, i: number, comma: number, unit: Unit): OpeningDraft | undefined {
  const first = i + 1
  const isNamed =
    t.pos[first] === 'PROPN' || /^(him|her|them|many|others|some|most|mr\.|mrs\.|ms\.)$/.test(t.lowAt(first))
  if (!isNamed || timeNouns.has(t.lowAt(first)) || comma - first > 8) return undefined
  for (let j = first; j < comma; j++)
    if (/^(VERB|AUX|NUM)$/.test(t.posAt(j)) || timeNouns.has(t.lowAt(j))) return undefined
  const source = openingSource(t, first, unit.last)
  return source && { source, cue: [i, first], frame: 'according', meaning: believesProbably }
}
