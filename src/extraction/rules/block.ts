import { plainlySaid } from '../attribution.ts'
import { type TokenRange, verbGroup } from '../grammar/phrase.ts'
import { subjectBefore } from '../grammar/source.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { startsParagraph } from '../text/units.ts'
import type { AttributionDraft } from './draft.ts'

/** The longest statement that is quoted as a block, in tokens. */
const LONGEST_BLOCK = 600

/** The paragraph after a sentence that ends in a colon. */
export function blockAfter(t: Tokens, first: number): TokenRange | undefined {
  if (first >= t.word.length || !startsParagraph(t, first)) return undefined
  let end = first + 1
  while (end < t.word.length && end - first < LONGEST_BLOCK && !startsParagraph(t, end)) end++
  const begin = t.word[first] === '>' ? first + 1 : first
  return begin < end ? [begin, end] : undefined
}

const documentIssued =
  /^(statement|comment|message|letter|note|post|tweet|appeal|text|declaration|reply|response|email)$/
const issues =
  /^(issued?|issues|released?|releases|published|publishes|posted|posts|wrote|writes|sent|sends|gave|gives|made|makes|read|reads|tweeted|had)$/

/** "The ministry issued the following statement:" and then the statement. */
export function announced(t: Tokens, u: number): AttributionDraft[] {
  const { first, last } = t.unitAt(u)
  let colon = last - 1
  while (colon > first && t.isQuoted(colon)) colon--
  if (t.word[colon] !== ':') return []
  let noun = colon - 1
  while (noun > first && colon - noun < 9 && !documentIssued.test(t.lowAt(noun))) noun--
  let verb = noun - 1
  while (verb > first && noun - verb < 6 && !issues.test(t.lowAt(verb))) verb--
  if (!documentIssued.test(t.lowAt(noun)) || !issues.test(t.lowAt(verb))) return []
  const group = verbGroup(t, verb, first)
  const source = group.infinitive || group.passive ? undefined : subjectBefore(t, group.first, first)
  const quote = t.quotes[t.quoteAt(colon + 1)]
  const content: TokenRange | undefined =
    quote?.first === colon + 1 ? [quote.first, quote.last + 1] : blockAfter(t, colon + 1)
  if (!source || !content) return []
  const draft: AttributionDraft = {
    source,
    cue: [group.first, colon + 1],
    content: [content],
    frame: 'quote-after',
    isVerbatim: true,
    meaning: plainlySaid,
    group,
    sure: true,
  }
  return [draft]
}
