import type { TokenRange } from '../grammar/phrase.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft } from './draft.ts'
import { lowWordsOf, type MainClause } from './main-clause.ts'

/** The doer of what a clause tells, seen from its speaker. */
export interface WhoseDeed {
  /** The speaker, somebody whom the speaker may speak for, or somebody else. */
  readonly by: 'self' | 'own side' | 'other'
  /** Whether the subject has a name that the words for the speaker do not have. */
  readonly isNamed: boolean
  /** Whether the speaker has an office, by the words for the speaker. */
  readonly isOfficial: boolean
}

export function whoseDeed(t: Tokens, d: AttributionDraft, { subject }: MainClause): WhoseDeed {
  const source = new Set(d.source ? t.low.slice(...d.source) : [])
  const isOfficial = d.source !== undefined && officials.test(lowWordsOf(t, ...d.source))
  let isNamed = false
  for (let i = subject[0]; i < subject[1]; i++) isNamed ||= isNameOrDemonym(t, i) && !source.has(t.lowAt(i))
  return { by: byWhom(t, d, subject, source, isOfficial), isNamed, isOfficial }
}

/** A name, or whose: Kyiv, Ukrainian, Lao. */
const isNameOrDemonym = (t: Tokens, i: number) =>
  t.pos[i] === 'PROPN' || /^\p{Lu}\p{L}+(?:an|ish|ese|ch|qi|li)$/u.test(t.wordAt(i))

function byWhom(
  t: Tokens,
  d: AttributionDraft,
  [first, last]: TokenRange,
  source: ReadonlySet<string>,
  isOfficial: boolean,
): WhoseDeed['by'] {
  const head = t.lowAt(last - 1)
  const isQuoted = d.isVerbatim || t.isQuoted(first)
  if (/^(?:i|we)$/.test(head)) return 'self'
  if (/^(?:it|he|she|they)$/.test(head)) return isQuoted ? 'other' : 'self'
  if (/^(?:its|our|my|his|her|their)$/.test(t.lowAt(first))) return 'own side'
  if (source.has(head) && /^(?:NOUN|PROPN)$/.test(t.posAt(last - 1))) return 'self'
  if (last - first > 3) return 'other'
  if (bodyNouns.test(head)) return isOfficial || isShort(t, d) ? 'own side' : 'other'
  return isOfficial && t.pos[last - 1] === 'PROPN' ? 'own side' : 'other'
}

/** A pronoun or a bare name: who it is was told before. */
const isShort = (t: Tokens, { source }: AttributionDraft) =>
  source !== undefined && source[1] - source[0] <= 2 && /^(?:PRON|PROPN)$/.test(t.posAt(source[0]))

const bodyNouns =
  /^(?:government|army|military|ministry|company|state|council|administration|police|forces?|country|party|union|group|commission|authorities|navy|firm|bank|court|city|side|bloc)$/
const officials =
  /\b(?:ministers?|ministry|spokes\w+|president|government|officials?|secretary|chief|commander|chair\w*|mayor|governor|director|executive|ceo|general|colonel|leader|premier|chancellor|ambassador)\b/
