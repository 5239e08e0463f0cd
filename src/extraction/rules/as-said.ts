import { clauseEnd } from '../grammar/content.ts'
import { skipAdverbials, type TokenRange } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import { subjectAfter } from '../grammar/subject-after.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'
import { pastDateline } from './sentence-start.ts'

/** "As the mayor noted, …", "…, as the mayor put it, …", "…, as reported by the mayor": what stands around is said. */
export function asSaid(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const cue = c.cues.find((x) => x.particles.length === 0 && (x.takes.has('clause') || x.takes.has('told')))
  if (!cue || c.group.infinitive || c.group.negated || c.form === 'ing') return undefined
  const { first, head } = c.group
  const isBy = t.low[first - 1] === 'as' && t.low[head + 1] === 'by' && first === head
  const source = isBy ? subjectAfter(t, head + 2, c.high) : subjectBefore(t, first, c.low)
  const as = isBy ? first - 1 : source ? source[0] - 1 : -1
  if (!source || as < c.low || t.low[as] !== 'as' || !startsAside(t, as, c.low)) return undefined
  const end = pause(t, isBy ? source[1] : head + 1, c.high, cue.takes.has('told'))
  if (end < 0) return undefined
  const content = around(t, as, end, c)
  return content.length === 0
    ? undefined
    : {
        source,
        cue: [first, head + 1],
        content,
        frame: 'parenthetical',
        meaning: cue,
        group: c.group,
        sure: cue.core,
      }
}

/** Whether "as" is at the sentence's start, or after a pause. */
function startsAside(t: Tokens, as: number, low: number): boolean {
  if (as === low || (as === low + 1 && /^(and|but|so|yet|just|\()$/.test(t.lowAt(low)))) return true
  return /^(,|—|–|--|and|but)$/.test(t.lowAt(as - 1)) && !t.isQuoted(as - 1)
}

/**
 * The place where what "as" leads pauses: the comma, the dash or the sentence's end, after no more than time and place;
 * else -1.
 */
function pause(t: Tokens, i: number, high: number, told: boolean): number {
  let j = i
  if (told) while (j < high && /^(NOUN|PROPN|PRON|DET|ADJ)$/.test(t.posAt(j))) j++
  if (j < high) j = skipAdverbials(t, j, high)
  return j >= high || (/^[,.!?—–)]$|^--$/.test(t.wordAt(j)) && !t.isQuoted(j)) ? j : -1
}

function around(t: Tokens, as: number, end: number, c: Candidate): TokenRange[] {
  const ranges: TokenRange[] = []
  const begin = pastDateline(t, c.low, as)
  if (as - 2 > begin) ranges.push([begin, as - 1])
  if (end + 2 < c.high) ranges.push([end + 1, ranges.length > 0 ? c.high : clauseEnd(t, end + 1, c.high)])
  return ranges
}
