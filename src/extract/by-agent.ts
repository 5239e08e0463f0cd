import { objectEnd } from './content.ts'
import type { Candidate, Draft } from './draft.ts'
import type { VerbCue } from './lexicon.ts'
import type { Range } from './phrase.ts'
import { phraseStart } from './phrase-start.ts'
import { subjectBefore } from './source.ts'
import { subjectAfter } from './subject-after.ts'
import type { Tokens } from './tokens.ts'

/** "The claim was rejected by Kyiv.", "remarks first reported by the Gazette": who acts follows "by", what it is about stands before. */
export function byAgent(t: Tokens, c: Candidate): Draft | undefined {
  const g = c.group
  if (g.infinitive || !/^(past|participle|base)$/.test(c.form)) return undefined
  const cue = c.cues.find((x) => takesObject(x) && x.particles.every((p, k) => t.low[g.head + 1 + k] === p))
  if (!cue) return undefined
  const by = g.head + 1 + cue.particles.length
  if (t.low[by] !== 'by' || by + 1 >= c.high || /ing$/.test(t.low[by + 1] as string)) return undefined
  const agent = agentAfter(t, by + 1, c.high, cue)
  const about = subjectOf(t, c)
  if (!agent || !about) return undefined
  const content = [about, ...rest(t, agent[1], c.high)]
  return {
    source: agent,
    cue: [g.first, by],
    content,
    frame: 'by',
    meaning: cue,
    group: { ...g, passive: false },
    sure: false,
  }
}

const takesObject = (cue: VerbCue) =>
  cue.act !== 'ASK' && (cue.takes.has('object') || (cue.core && cue.takes.has('clause')))

/** The noun phrase before the verb, or before the participle that describes it. */
function subjectOf(t: Tokens, c: Candidate): Range | undefined {
  const { first, head, passive } = c.group
  if (passive && first < head) {
    const subject = subjectBefore(t, first, c.low)
    return subject && t.word[subject[1] - 1] === ',' ? [subject[0], subject[1] - 1] : subject
  }
  const last = t.word[first - 1] === ',' ? first - 2 : first - 1
  if (last < c.low || t.pos[last] === 'PRON' || (t.quote[last] as number) >= 0) return undefined
  const start = phraseStart(t, last, c.low)
  return start === undefined ? undefined : [start, last + 1]
}

/** "by Ukraine | of shelling the town": what somebody is accused of or described as is no part of the name. */
function agentAfter(t: Tokens, first: number, high: number, cue: VerbCue): Range | undefined {
  const agent = subjectAfter(t, first, high)
  if (!agent) return undefined
  const ends =
    cue.verb === 'accuse'
      ? /^(of)$/
      : cue.act === 'ACCUSE' || cue.act === 'SUPPORT'
        ? /^(for|as|over)$/
        : /^as$/
  for (let i = first + 1; i < agent[1]; i++) if (ends.test(t.low[i] as string)) return [first, i]
  return agent
}

function rest(t: Tokens, first: number, high: number): Range[] {
  if (first + 1 >= high || !/^(of|as|for|over|to)$/.test(t.low[first] as string)) return []
  return [[first, objectEnd(t, first, high)]]
}
