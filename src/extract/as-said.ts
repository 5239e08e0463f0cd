import { clauseEnd } from './content.ts'
import { pastDateline } from './direct.ts'
import type { Candidate, Draft } from './draft.ts'
import { type Range, skipAdverbials } from './phrase.ts'
import { subjectBefore } from './source.ts'
import type { Tokens } from './tokens.ts'

/** "As the ministry noted, …", "…, as the paper reported on Monday": the rest of the sentence is what was said. */
export function asSaid(t: Tokens, c: Candidate): Draft | undefined {
  const g = c.group
  const cue = c.cues.find((x) => x.core && x.particles.length === 0 && x.takes.has('clause'))
  if (!cue || g.passive || g.infinitive || c.form === 'ing') return undefined
  const source = subjectBefore(t, g.first, c.low)
  const as = source ? source[0] - 1 : -1
  if (!source || as < c.low || t.low[as] !== 'as') return undefined
  const after = skipAdverbials(t, g.head + 1, c.high)
  const ends = after >= c.high || /^[,.;—–)]$/.test(t.word[after] as string)
  if (!ends) return undefined
  const content = as - c.low <= 1 ? following(t, after, c) : around(t, as, after, c)
  if (content.length === 0) return undefined
  return {
    source,
    cue: [g.first, g.head + 1],
    content,
    frame: 'according',
    meaning: cue,
    group: g,
    sure: cue.core,
  }
}

function following(t: Tokens, comma: number, c: Candidate): Range[] {
  if (t.word[comma] !== ',' || comma + 3 >= c.high) return []
  return [[comma + 1, clauseEnd(t, comma + 1, c.high)]]
}

/** What stands before the comma, and what goes on after a second one. */
function around(t: Tokens, as: number, after: number, c: Candidate): Range[] {
  if (t.word[as - 1] !== ',' && (t.quote[as - 1] as number) < 0) return []
  let first = pastDateline(t, c.low, as)
  if (/^(and|but)$/.test(t.low[first] as string)) first++
  if (as - 1 - first < 2) return []
  const spans: Range[] = [[first, t.word[as - 1] === ',' ? as - 1 : as]]
  if (t.word[after] === ',' && after + 3 < c.high) spans.push([after + 1, clauseEnd(t, after + 1, c.high)])
  return spans
}
