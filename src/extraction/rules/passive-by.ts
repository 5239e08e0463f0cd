import { agentAfter } from '../grammar/agent.ts'
import { clauseEnd, objectEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import type { Takes, VerbCue } from '../lexicon/lexicon.ts'
import { relatives } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** Acts that only persons do: "rejected by Kyiv" tells a speaker, "held by a rope" does not. */
const actsOfPersons =
  /^(DENY|CONFIRM|DOUBT|ACCUSE|CONDEMN|SUPPORT|DEMAND|CLAIM_RESPONSIBILITY|DENY_RESPONSIBILITY|PROMISE|STATE|BELIEVE|PREDICT)$/

/** "The claim was rejected by Kyiv", "a call echoed by Japan": the speaker takes a stand on what the subject names. */
export function passiveBy(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const g = c.group
  if (g.infinitive || c.form === 'ing' || c.form === 'base') return undefined
  const cue =
    c.cues.find((x) => takesSubject(t, x, g.head, 'object')) ??
    c.cues.find((x) => takesSubject(t, x, g.head, 'clause') || takesSubject(t, x, g.head, 'urged'))
  if (!cue) return undefined
  const by = g.head + 1 + cue.particles.length
  if (t.low[by] !== 'by' || by + 1 >= c.high) return undefined
  if (!g.passive && !describesNoun(t, g.first, g.head, c.low)) return undefined
  const agent = agentAfter(t, by, c.high, cue)
  if (!agent || !isAgentSpeaker(t, agent.source)) return undefined
  const content = contentOfPassive(t, c, agent.rest)
  if (content.length === 0) return undefined
  return {
    source: agent.source,
    cue: [g.first, g.head + 1],
    content,
    frame: `passive-${cue.act}`,
    meaning: cue.verb === 'claim' ? { ...cue, act: 'CLAIM_RESPONSIBILITY' } : cue,
    group: g,
    sure: false,
  }
}

const takesSubject = (t: Tokens, x: VerbCue, head: number, takes: Takes) =>
  actsOfPersons.test(x.act) &&
  x.takes.has(takes) &&
  x.particles.every((particle, i) => t.low[head + 1 + i] === particle)

/** A participle that describes the noun before it, perhaps with an adverb: "the blast, first reported by the Gazette". */
const describesNoun = (t: Tokens, i: number, head: number, low: number) =>
  i > low &&
  t.pos.slice(i, head).every((pos) => pos === 'ADV' || pos === 'ADJ') &&
  (/^(NOUN|PROPN)$/.test(t.posAt(i - 1)) || t.word[i - 1] === ',')

function contentOfPassive(t: Tokens, c: Candidate, rest: number): TokenRange[] {
  let end = c.group.first
  if (relatives.has(t.lowAt(end - 1))) end--
  if (t.word[end - 1] === ',') end--
  const subject = subjectBefore(t, end, c.low)
  if (!subject || /^(who|which|there)$/.test(t.lowAt(subject[1] - 1))) return []
  const isClause = rest >= 0 && t.low[rest] === 'that'
  const more: TokenRange[] =
    rest < 0 ? [] : [[rest, isClause ? clauseEnd(t, rest, c.high) : objectEnd(t, rest, c.high)]]
  if (t.low[subject[0]] === 'it' && subject[1] - subject[0] === 1) return isClause ? more : []
  return [claimedPart(t, subject), ...more]
}

/** "Responsibility for the blast [was claimed by]": the blast. */
const claimedPart = (t: Tokens, [first, end]: TokenRange): TokenRange =>
  t.low[first] === 'responsibility' && t.low[first + 1] === 'for' && end > first + 2
    ? [first + 2, end]
    : [first, end]

/** Whether "by" names a speaker, and no act, means or time: not "by shelling the town", "by law", "by Monday". */
const isAgentSpeaker = (t: Tokens, [first, end]: TokenRange) =>
  !/ing$/.test(t.lowAt(first)) &&
  t.pos.slice(first, end).some((pos) => /^(NOUN|PROPN|PRON)$/.test(pos)) &&
  !/^(law|default|accident|mistake|chance|name|phone|mail|email|hand|force|time|far|now|then|order)$/.test(
    t.lowAt(first),
  )
