import { agentAfter } from '../grammar/agent.ts'
import { clauseEnd, objectEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** Reads what nobody named says of the subject: is expected to, appears to, was accused of; perhaps "by" somebody. */
export function saidOfSubject(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const g = c.group
  const cue = c.cues.find((x) => x.takes.has('passive'))
  if (!cue || g.infinitive) return undefined
  const raising = cue.verb === 'appear' || cue.verb === 'seem'
  if (!raising && !g.passive) return undefined
  if (g.first === g.head && !raising) return undefined
  let start = g.head + 1
  const by = t.low[start] === 'by' ? agentAfter(t, start, c.high, cue) : undefined
  const source: TokenRange | undefined = by?.source
  if (by) start = by.rest < 0 ? by.source[1] : by.rest
  if (start >= c.high || (t.pos[start] === 'PUNCT' && !t.isQuoted(start))) return undefined
  const subject = subjectBefore(t, g.first, c.low)
  const rest: TokenRange =
    cue.act === 'ASK' ? [start, clauseEnd(t, start, c.high)] : [start, objectEnd(t, start, c.high)]
  const w = t.lowAt(start)
  if (
    !/^(to|as|of|for|that|about|whether|why|how|if|like)$/.test(w) &&
    !(raising && /^(ADJ|ADV|VERB)$/.test(t.posAt(start))) &&
    cue.act !== 'STATE'
  )
    return undefined
  if (!subject && cue.act !== 'ASK') return undefined
  const led = !by && (cue.act === 'ASK' ? w === 'about' : !raising && /^(as|of|for)$/.test(w))
  const cueEnd = led ? start + 1 : g.head + 1
  if (led) rest[0]++
  const plain: TokenRange | undefined =
    subject && t.word[subject[1] - 1] === ',' ? [subject[0], subject[1] - 1] : subject
  const content: TokenRange[] = cue.act === 'ASK' || !plain ? [rest] : [plain, rest]
  return {
    source,
    cue: [g.first, cueEnd],
    content,
    frame: raising ? 'seem' : `passive-${cue.act}`,
    meaning: cue,
    group: g,
    sure: false,
  }
}
