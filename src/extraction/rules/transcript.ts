import { plainlySaid } from '../attribution.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { isTopic } from '../grammar/topics.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import { startsParagraph } from '../text/units.ts'
import type { AttributionDraft } from './draft.ts'
import { colonIn } from './headline.ts'

/** A paragraph that begins with who speaks: "MR. SMITH: We will rebuild it." */
interface TurnOfTranscript {
  label: TokenRange
  /** The words that name the speaker, to tell whether they come again. */
  name: string
  unit: number
}

const asks = { act: 'OTHER', stance: 'UNCOMMITTED', certainty: 'CERTAIN' } as const

/** The longest label in words and marks: a name, an office and whose it is. */
const LONGEST_LABEL = 18

/** Reads a transcript: the words of each turn, up to the next. */
export function turns(t: Tokens): AttributionDraft[] {
  const found: TurnOfTranscript[] = []
  for (let u = 0; u < t.units.length; u++) {
    const label = labelOf(t, t.unitAt(u))
    if (label && startsParagraph(t, label[0])) found.push({ label, name: nameIn(t, label), unit: u })
  }
  if (!isTranscript(t, found)) return []
  let named: TokenRange | undefined
  return found.flatMap((turn, i) => {
    if (!/^[qa]$/.test(turn.name)) named = turn.label
    return draftOfTurn(t, turn, found[i + 1]?.label[0] ?? t.word.length, named)
  })
}

/** The words before a colon at the start of a sentence, where they can be somebody's name. */
function labelOf(t: Tokens, unit: Unit): TokenRange | undefined {
  const colon = colonIn(t, unit, LONGEST_LABEL)
  return colon > unit.first && isLabel(t, [unit.first, colon]) ? [unit.first, colon] : undefined
}

function isLabel(t: Tokens, [first, end]: TokenRange): boolean {
  if (isTopic(t, first, end)) return false
  for (let i = first; i < end; i++) {
    const word = t.wordAt(i)
    if (/^[.,()'’-]$/.test(word) || /^(of|de|von|van|al|bin|the|for|and)$/i.test(word)) continue
    if (!/^\p{Lu}/u.test(word) || /^(VERB|AUX|PRON)$/.test(isCapitals(word) ? '' : t.posAt(i))) return false
  }
  return true
}

const isCapitals = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase()

const nameIn = (t: Tokens, [first, end]: TokenRange) => t.low.slice(first, end).join(' ')

/** Two turns make a transcript, where their names are in capitals, of persons, or come again. */
function isTranscript(t: Tokens, found: TurnOfTranscript[]): boolean {
  if (found.filter((turn) => hasSentence(t, turn)).length < Math.max(2, found.length * 0.7)) return false
  const names = new Set(found.map(({ name }) => name))
  if (names.size < found.length) return names.size > 1
  return found.every(({ label: [first, end] }) => {
    const last = nameEnd(t, first, end)
    const words = t.word.slice(first, last).filter((word) => /^\p{L}/u.test(word))
    return words.every(isCapitals) || (words.length > 1 && t.pos[last - 1] === 'PROPN')
  })
}

/** The end of a name in a label, before what is put beside it: "Ada Vega (Harbour Union)", "ADA VEGA, LAWYER". */
function nameEnd(t: Tokens, first: number, end: number): number {
  for (let i = first + 1; i < end; i++) if (/^[,(]$/.test(t.wordAt(i))) return i
  return end
}

/** Whether a sentence follows the name, rather than a number or a list. */
const hasSentence = (t: Tokens, { label, unit }: TurnOfTranscript): boolean => {
  const { last } = t.unitAt(unit)
  const isShort =
    last - label[1] < 6 && /[.?!]/.test(t.wordAt(last - 1)) && /\p{L}/u.test(t.wordAt(label[1] + 1))
  return isShort || t.pos.slice(label[1], last).some((pos) => pos === 'VERB' || pos === 'AUX')
}

/** The draft of a turn. "A:" is an answer of whoever was last called by name. */
function draftOfTurn(
  t: Tokens,
  turn: TurnOfTranscript,
  next: number,
  named: TokenRange | undefined,
): AttributionDraft[] {
  const colon = turn.label[1]
  const goesOn = t.word.slice(turn.label[0], colon).every((word) => !/\p{L}/u.test(word) || isCapitals(word))
  const content = paragraphs(t, colon + 1, next).slice(0, goesOn ? undefined : 1)
  if (content.length === 0) return []
  const isQuestion = t.word[(content.at(-1)?.[1] as number) - 1] === '?'
  return [
    {
      source: turn.name === 'a' ? (named ?? turn.label) : turn.label,
      cue: [colon, colon + 1],
      content,
      frame: 'turn',
      meaning: isQuestion && turn.name !== 'a' ? asks : plainlySaid,
      sure: true,
      isVerbatim: true,
    },
  ]
}

function paragraphs(t: Tokens, first: number, end: number): TokenRange[] {
  const ranges: TokenRange[] = []
  let begin = first
  for (let i = first + 1; i <= end; i++) {
    if (i < end && !startsParagraph(t, i)) continue
    ranges.push([begin, i])
    begin = i
  }
  return first < end ? ranges : []
}
