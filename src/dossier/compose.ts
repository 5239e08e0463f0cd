import { composedOffsets } from '../text/compose.ts'
import { isFields } from './catalog.ts'
import type { DossierDraft } from './draft.ts'

type DraftFields = Record<string, unknown>

/** Addresses stay as they are given: another spelling may be another page. */
const addresses = ['url', 'archivedUrl']

/**
 * The drafts with all text in Unicode's composed form (NFC), as everything in the graph is: a letter and its mark are one
 * letter, however they were typed. A span counts in its source's text: where that becomes shorter, the span moves along.
 */
export function composedDraft(drafts: readonly DossierDraft[]): DossierDraft[] {
  const texts = new Map(drafts.flatMap(longTexts))
  return drafts.map((draft) => ({ ...draft, data: composedValue(withMovedSpans(draft.data, texts)) }))
}

interface LongText {
  readonly text: string
  /** Gives the place of an offset once the text is composed. */
  readonly composed: (offset: number) => number | null
}

/** The texts that are not composed, by the slug of their source. */
const longTexts = ({ data }: DossierDraft): [string, LongText][] =>
  itemsIn(data, 'sources').flatMap(({ slug, text }) =>
    typeof slug === 'string' && typeof text === 'string' && text !== text.normalize('NFC')
      ? [[slug, { text, composed: composedOffsets(text) }]]
      : [],
  )

const itemsIn = (data: unknown, list: string): DraftFields[] => {
  const items = isFields(data) ? data[list] : undefined
  return Array.isArray(items) ? items.filter(isFields) : []
}

/** Spans that count in the text as the file has it; one that counts in the composed text stays as it is. */
function withMovedSpans(data: unknown, texts: ReadonlyMap<string, LongText>): unknown {
  if (texts.size === 0 || !isFields(data) || !Array.isArray(data.statements)) return data
  const statements = data.statements.map((statement: unknown) => {
    const span = isFields(statement) ? statement.span : undefined
    if (!isFields(statement) || !isFields(span)) return statement
    const source = texts.get(String(statement.source))
    const { start, end, exact } = span
    if (!source || typeof start !== 'number' || typeof end !== 'number') return statement
    if (source.text.slice(start, end) !== exact) return statement
    const [from, until] = [source.composed(start), source.composed(end)]
    // Where a span parts a letter from its mark, the check says that its words do not stand there.
    if (from === null || until === null) return statement
    return { ...statement, span: { ...span, start: from, end: until } }
  })
  return { ...data, statements }
}

function composedValue(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composedValue)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.normalize('NFC'),
      addresses.includes(key) ? inner : composedValue(inner),
    ]),
  )
}
