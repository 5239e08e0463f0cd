import { clauseEnd } from './content.ts'
import { pastDateline } from './direct.ts'
import type { Draft } from './draft.ts'
import type { Range } from './phrase.ts'
import { subjectAfter } from './subject-after.ts'
import type { Tokens, Unit } from './tokens.ts'
import { subordinators } from './words.ts'

const meaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'CERTAIN' } as const

/** The whole phrase up to the next pause: polls and reports carry dates and places with them. */
function named(t: Tokens, i: number, unit: Unit): Range | undefined {
  const found = subjectAfter(t, i + 2, unit.last)
  if (isOpening(t, unit, i) || !found) {
    let j = i + 2
    while (j < unit.last && !/^[,:;.)—–!?]$/.test(t.word[j] as string)) j++
    const next = t.low[j + 1] as string
    if (found && found[1] > j && !/^(a|an|former)$/.test(next)) return [i + 2, j]
    return found ?? (j > i + 2 ? [i + 2, j] : undefined)
  }
  let j = found[1]
  while (
    j < unit.last &&
    t.pos[j] !== 'PUNCT' &&
    !subordinators.has(t.low[j] as string) &&
    t.low[j] !== 'and' &&
    t.low[j] !== 'but'
  )
    j++
  return [i + 2, j]
}

/** "according to X": what stands before it, or after it where it opens the sentence. */
export function accordingTo(t: Tokens, u: number): Draft[] {
  const unit = t.units[u] as Unit
  const found: Draft[] = []
  for (let i = unit.first; i < unit.last - 2; i++) {
    if ((t.quote[i] as number) >= 0 || t.low[i] !== 'according' || t.low[i + 1] !== 'to') continue
    const source = named(t, i, unit)
    if (!source) continue
    const content = contentOf(t, unit, i, source[1])
    if (content.length > 0)
      found.push({ source, cue: [i, i + 2], content, frame: 'according', meaning, sure: true })
  }
  return found
}

/** At the start, or after no more than "However,". */
const isOpening = (t: Tokens, unit: Unit, i: number) =>
  i - unit.first <= 1 || (i - unit.first === 2 && t.pos[unit.first] === 'ADV' && t.word[i - 1] === ',')

function contentOf(t: Tokens, unit: Unit, i: number, after: number): Range[] {
  const before = t.word[i - 1] === ',' ? i - 1 : i
  const opens = isOpening(t, unit, i)
  let j = after
  while (j < unit.last && t.word[j] !== ',' && t.word[j] !== ':') j++
  if (opens) return j + 1 < unit.last ? [[j + 1, clauseEnd(t, j + 1, unit.last)]] : []
  let first = pastDateline(t, unit.first, i)
  if (/^(and|but)$/.test(t.low[first] as string)) first++
  const relative = t.word[i - 1] === ',' && /^(that|which|who)$/.test(t.low[i - 2] as string) ? i - 2 : -1
  if (relative > first && t.word[after] === ',')
    return [
      [nounBefore(t, relative, first), relative + 1],
      [after + 1, unit.last],
    ]
  const spans: Range[] = [[first, (t.quote[i - 1] as number) >= 0 ? i : before]]
  if (t.word[i - 1] === ',' && t.word[after] === ',' && after + 3 < unit.last)
    spans.push([after + 1, unit.last])
  return spans
}

/** The noun phrase a relative pronoun stands for. */
function nounBefore(t: Tokens, relative: number, low: number): number {
  let i = relative
  while (i > low && /^(NOUN|PROPN|ADJ|DET|NUM)$/.test(t.pos[i - 1] as string)) i--
  return i
}
