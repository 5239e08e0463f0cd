import { type TokenRange, verbGroup } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { Candidate } from './draft.ts'

const documentWithParticiple =
  /^(statement|statements|letter|letters|email|e-mail|emails|tweet|tweets|message|messages|post|memo|note|release|response|video|ad|ads|speech|article|column|report|op-ed|appeal|petition|resolution|bill|order)$/

/** "issued a statement saying": who issued it speaks, and the issuing belongs to the cue. */
export function documentParticiple(
  t: Tokens,
  c: Candidate,
): { source: TokenRange; first: number } | undefined {
  if (c.form !== 'ing' || c.group.progressive) return undefined
  let noun = c.group.first - 1
  while (noun > c.low && /day$/.test(t.lowAt(noun))) noun--
  if (noun <= c.low || !documentWithParticiple.test(t.lowAt(noun))) return undefined
  let verb = noun - 1
  while (verb > c.low && noun - verb < 7 && /^(DET|ADJ|NOUN|PRON|NUM|PROPN)$/.test(t.posAt(verb))) verb--
  if (t.low[verb] === 'out') verb--
  if (t.pos[verb] !== 'VERB') return undefined
  const group = verbGroup(t, verb, c.low)
  const source = group.infinitive ? undefined : subjectBefore(t, group.first, c.low)
  return source ? { source, first: group.first } : undefined
}
