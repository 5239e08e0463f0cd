import { sql } from 'kysely'
import { textHash } from '../model/source/write.ts'
import { type SpanDraft, spanFault, stands } from '../model/statement/faults.ts'
import { build, slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { formatId } from '../values/id.ts'
import { type Catalog, type Item, isFields } from './catalog.ts'
import { problemAt } from './rules.ts'

/** Spans that do not stand where they say, and texts that are another source's already. */
export function textProblems(engine: ImmediateEngine, catalog: Catalog): Problem[] {
  return [
    ...new Spans(textsOf(engine, catalog)).problems(catalog.items),
    ...strandedProblems(engine, catalog),
    ...sameTextProblems(engine, catalog),
  ]
}

interface StandingStatement extends SpanDraft {
  readonly slug: string | null
  readonly id: number
}

/** Statements of the graph that a changed text would leave standing nowhere, and that the files do not move. */
function strandedProblems(engine: ImmediateEngine, catalog: Catalog): Problem[] {
  const standing =
    engine.prepare<StandingStatement>(sql`select statement.id, statement.slug, span_start as start, span_end as end, span_exact as exact
      from statement join source on source.id = source_id
      where source.slug = ${slot('source')} and span_start is not null and source.sha256 is not ${slot('hash')}`)
  return catalog.items.flatMap((item) => {
    const { slug, text } = item.fields
    if (item.noun !== 'sources' || typeof slug !== 'string' || typeof text !== 'string') return []
    const stranded = standing
      .all({ source: slug, hash: textHash(text) })
      .filter((statement) => !catalog.item('statements', statement.slug) && !stands(statement, text))
      .map((statement) => statement.slug ?? formatId('STATEMENT', statement.id))
    if (stranded.length === 0) return []
    return [
      problemAt(
        item,
        ['text'],
        `is a text in which statements of the graph stand no more: ${stranded.join(', ')}`,
      ),
    ]
  })
}

/** Letters of texts that are looked through for words which stand elsewhere, for all statements together. */
const MOST_SEARCHED = 200_000_000

interface SpannedItem {
  readonly item: Item
  readonly span: SpanDraft
}

class Spans {
  readonly #textOf: (source: string) => string | null
  #left = MOST_SEARCHED

  constructor(textOf: (source: string) => string | null) {
    this.#textOf = textOf
  }

  /** Source by source: a text of the graph is read once, however the statements about it lie. */
  problems(items: readonly Item[]): Problem[] {
    const bySource = new Map<string, SpannedItem[]>()
    for (const item of items) {
      const { span, source } = item.fields
      if (item.noun !== 'statements' || typeof source !== 'string' || !isSpan(span)) continue
      const others = bySource.get(source)
      if (others) others.push({ item, span })
      else bySource.set(source, [{ item, span }])
    }
    return [...bySource].flatMap(([source, statements]) => {
      const text = this.#textOf(source)
      return text === null ? [] : statements.flatMap((one) => this.#problem(one, text))
    })
  }

  #problem({ item, span }: SpannedItem, text: string): Problem[] {
    const fault = spanFault(span, text, this.#left >= 0)
    if (!fault) return []
    this.#left -= text.length
    return [problemAt(item, fault.field, fault.message)]
  }
}

const isSpan = (span: unknown): span is SpanDraft =>
  isFields(span) &&
  typeof span.start === 'number' &&
  typeof span.end === 'number' &&
  typeof span.exact === 'string'

/** A source's text: a file's, if a file has the source. */
function textsOf(engine: ImmediateEngine, catalog: Catalog): (source: string) => string | null {
  const stored = engine.prepare<{ text: string | null }>(
    build.selectFrom('source').select('text').where('slug', '=', slot<string>('slug')),
  )
  return (slug) => {
    const item = catalog.item('sources', slug)
    if (item) return typeof item.fields.text === 'string' ? item.fields.text : null
    return stored.get({ slug })?.text ?? null
  }
}

function sameTextProblems(engine: ImmediateEngine, catalog: Catalog): Problem[] {
  const stored = engine.prepare<{ slug: string }>(
    build.selectFrom('source').select('slug').where('sha256', '=', slot<string>('hash')),
  )
  const sources = catalog.items.filter(
    ({ noun, fields }) => noun === 'sources' && typeof fields.text === 'string',
  )
  const seen = new Map<string, unknown>()
  return sources.flatMap((item) => {
    const hash = textHash(item.fields.text as string)
    const inGraph = stored.get({ hash })?.slug
    // A source of the graph that the files give another text gives its own up.
    const owner = seen.get(hash) ?? (inGraph && !catalog.item('sources', inGraph) ? inGraph : undefined)
    seen.set(hash, owner ?? item.fields.slug)
    if (owner === undefined || owner === item.fields.slug) return []
    return [problemAt(item, ['text'], `is the text of the source ${owner} already: a text is one source`)]
  })
}
