import { sql } from 'kysely'
import type { SpanDraft } from '../../../model/statement/faults.ts'
import { slot } from '../../../sql/build.ts'
import { atOnce, type Prepared } from '../../../sql/engine.ts'
import { Lru } from '../../../values/lru.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { LinkedRecord } from './linked-record.ts'
import { partIri } from './node-iris.ts'

/** Letters of texts that are kept while the statements in them come. */
const LETTERS_KEPT = 8_000_000

interface SourceText {
  readonly text: string
  /** Whether it has characters of two code units, so that places have to be counted. */
  readonly isWide: boolean
}

/** What statements of spans are bound to: the W3C's annotations count characters, and the graph counts code units. */
export class SpanRecords {
  readonly #texts: Prepared<{ text: string | null }>
  readonly #kept = new Lru<string, SourceText>(LETTERS_KEPT, undefined, ({ text }) => text.length + 100)

  constructor({ engine }: ExportedGraph) {
    this.#texts = engine.prepare(
      sql<{ text: string | null }>`select text from source where slug = ${slot('slug')}`,
    )
  }

  /** The annotation that says where a statement stands in its source. */
  annotation(iri: string, statement: { source: string; span: SpanDraft }, sourceIri: string): LinkedRecord {
    const { exact, prefix, suffix } = statement.span
    const quote = { id: partIri(iri, 'quote'), type: 'TextQuoteSelector', exact, prefix, suffix }
    return {
      ...{ id: partIri(iri, 'annotation'), type: 'Annotation', motivation: 'oa:linking', body: iri },
      target: {
        ...{ id: partIri(iri, 'target'), type: 'SpecificResource', source: sourceIri },
        selector: [quote, this.#position(iri, statement.source, statement.span)],
      },
    }
  }

  #position(iri: string, source: string, { start, end }: SpanDraft): LinkedRecord {
    const { text, isWide } = this.#kept.take(source, () => this.#read(source))
    const inCharacters = (offset: number) => (isWide ? [...text.slice(0, offset)].length : offset)
    // Without the text, nobody can count its characters.
    const characters = text === '' ? {} : { start: inCharacters(start), end: inCharacters(end) }
    const id = partIri(iri, 'position')
    return { id, type: 'TextPositionSelector', ...characters, utf16Start: start, utf16End: end }
  }

  #read(slug: string): SourceText {
    const text = atOnce(this.#texts.get({ slug }))?.text ?? ''
    return { text, isWide: /[\u{10000}-\u{10ffff}]/u.test(text) }
  }
}
