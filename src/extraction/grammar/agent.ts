import type { VerbCue } from '../lexicon/lexicon.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { TokenRange } from './phrase.ts'
import { subjectAfter } from './subject-after.ts'

/**
 * The words that lead from the speaker to the rest of what is said: accused by Ukraine *of* shelling, urged by the council
 * *to* go.
 */
function wordsAfterAgent(cue: VerbCue): RegExp {
  if (/^(accuse|suspect|convince|assure|inform|warn|notify)$/.test(cue.verb)) return /^(of|that)$/
  if (/^(say|rumou?r|believe|think|expect|urge|tell|advise|encourage|ask)$/.test(cue.verb))
    return /^(to|that|whether|if|about|why|how|as)$/
  if (
    /^(describe|portray|depict|see|view|regard|cite|label|brand|dub|call|consider|characteri[sz]e|identify)$/.test(
      cue.verb,
    )
  )
    return /^(as|for)$/
  return cue.verb === 'blame' ? /^(for|on|that)$/ : /^(for|as|over|that)$/
}

/**
 * The speaker whom "by" names after a passive, and the place where the rest of what is said begins; -1 where there is no
 * rest.
 */
export function agentAfter(
  t: Tokens,
  by: number,
  high: number,
  cue: VerbCue,
): { source: TokenRange; rest: number } | undefined {
  const lead = wordsAfterAgent(cue)
  let end = by + 2
  while (end < high && end - by < 16 && !(lead.test(t.lowAt(end)) && t.pos[end] !== 'ADV')) end++
  const source = subjectAfter(t, by + 1, Math.min(end, high))
  if (!source) return undefined
  const isNext = end < high && source[1] === end && lead.test(t.lowAt(end))
  return { source, rest: isNext ? end : -1 }
}
