import { sql } from 'kysely'
import { type SpanDraft, spanFault, stands } from '../model/statement/faults.ts'
import { build, slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { formatId } from '../values/id.ts'
import { isFields } from './fields.ts'
import type { DossierItems } from './items.ts'
import { problemAt } from './rules.ts'

/** Spans that do not stand where they say, and texts that are another source's already. */
export function textProblems(engine: ImmediateEngine, items: DossierItems): Problem[] {
  return [
    ...new Spans(items, textsOf(engine, items)).problems(),
    ...strandedProblems(engine, items),
    ...sameTextProblems(engine, items),
  ]
}

interface StandingStatement extends SpanDraft {
  readonly slug: string | null
  readonly id: number
}

/** Statements of the graph that a changed text would leave standing nowhere, and that the files do not move. */
function strandedProblems(engine: ImmediateEngine, items: DossierItems): Problem[] {
  const standing =
    engine.prepare<StandingStatement>(sql`select statement.id, statement.slug, span_start as start, span_end as end, span_exact as exact
      from statement join source on source.id = source_id
      where source.slug = ${slot('source')} and span_start is not null and source.sha256 is distinct from ${slot('hash')}`)
  return items.hashes.flatMap(({ number, slug, hash }) => {
    const stranded = standing.all({ source: slug, hash })
    if (stranded.length === 0) return []
    const text = String(items.fields(number).text)
    const left = stranded
      .filter((one) => !(one.slug !== null && items.find('statements', one.slug) !== undefined))
      .filter((one) => !stands(one, text))
      .map((one) => one.slug ?? formatId('STATEMENT', one.id))
    if (left.length === 0) return []
    const message = `is a text in which statements of the graph stand no more: ${left.join(', ')}`
    return [problemAt(items.place(number), ['text'], message)]
  })
}

/** Letters of texts that are looked through for words which stand elsewhere, for all statements together. */
const MOST_SEARCHED = 200_000_000

class Spans {
  readonly #items: DossierItems
  readonly #textOf: (source: string) => string | null
  #left = MOST_SEARCHED

  constructor(items: DossierItems, textOf: (source: string) => string | null) {
    this.#items = items
    this.#textOf = textOf
  }

  /** Source by source: a text is read once, however the statements about it lie. */
  problems(): Problem[] {
    const bySource = new Map<string, number[]>()
    for (const number of this.#items.spans) {
      const { source } = this.#items.fields(number)
      if (typeof source !== 'string') continue
      const others = bySource.get(source)
      if (others) others.push(number)
      else bySource.set(source, [number])
    }
    return [...bySource].flatMap(([source, statements]) => {
      const text = this.#textOf(source)
      return text === null ? [] : statements.flatMap((number) => this.#problem(number, text))
    })
  }

  #problem(number: number, text: string): Problem[] {
    const { span } = this.#items.fields(number)
    const fault = isSpan(span) ? spanFault(span, text, this.#left >= 0) : null
    if (!fault) return []
    this.#left -= text.length
    return [problemAt(this.#items.place(number), fault.field, fault.message)]
  }
}

export const isSpan = (span: unknown): span is SpanDraft =>
  isFields(span) &&
  typeof span.start === 'number' &&
  typeof span.end === 'number' &&
  typeof span.exact === 'string'

/** A source's text: a file's, if a file has the source. */
function textsOf(engine: ImmediateEngine, items: DossierItems): (source: string) => string | null {
  const stored = engine.prepare<{ text: string | null }>(
    build.selectFrom('source').select('text').where('slug', '=', slot<string>('slug')),
  )
  return (slug) => {
    const number = items.find('sources', slug)
    if (number === undefined) return stored.get({ slug })?.text ?? null
    const { text } = items.fields(number)
    return typeof text === 'string' ? text : null
  }
}

function sameTextProblems(engine: ImmediateEngine, items: DossierItems): Problem[] {
  const stored = engine.prepare<{ slug: string }>(
    build.selectFrom('source').select('slug').where('sha256', '=', slot<string>('hash')),
  )
  const seen = new Map<string, string>()
  return items.hashes.flatMap(({ number, slug, hash }) => {
    const inGraph = stored.get({ hash })?.slug
    // A source of the graph that the files give another text gives its own up.
    const isGivenUp = inGraph !== undefined && items.find('sources', inGraph) !== undefined
    const owner = seen.get(hash) ?? (isGivenUp ? undefined : inGraph)
    seen.set(hash, owner ?? slug)
    if (owner === undefined || owner === slug) return []
    const message = `is the text of the source ${owner} already: a text is one source`
    return [problemAt(items.place(number), ['text'], message)]
  })
}
