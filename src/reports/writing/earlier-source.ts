import { sql } from 'kysely'
import { SourceMarks } from '../../model/source/marks.ts'
import type { SourceOrigins } from '../../model/source/write.ts'
import { slot } from '../../sql/build.ts'
import { wholeNumber } from '../../sql/dialect.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { textLikeness } from '../../text/likeness.ts'
import type { Report } from '../formats/report.ts'

/** A source that a report is a later version of, or a copy of. */
export interface EarlierSource {
  readonly slug: string
  readonly relation: 'VERSION' | 'COPY'
  readonly origins: SourceOrigins
  /** Whether it says a text in a statement that was read, or a source that it goes back to does. */
  readonly isSaid: (text: string) => boolean
}

/**
 * The share of the shorter of two texts that must be in the other. An outlet adds paragraphs of its own, or leaves some
 * out.
 */
const COPY = 0.7

/** Finds what of a graph a report is another form of: its own earlier version, or the report that it takes over. */
export class EarlierSources {
  readonly #marks: SourceMarks
  readonly #atUrl: ImmediatePrepared<{ id: number; slug: string }>
  readonly #said: ImmediatePrepared<{ text: string }>

  constructor(engine: ImmediateEngine) {
    this.#marks = new SourceMarks(engine)
    this.#atUrl = engine.prepare(
      sql`select id, slug from source where url = ${slot('url')} order by id desc limit 1`,
    )
    this.#said = engine.prepare(sql`with recursive upward(id) as (
          select ${wholeNumber('source')}
          union
          select coalesce(so.version_of_id, so.copy_of_id) from upward join source so on so.id = upward.id
          where coalesce(so.version_of_id, so.copy_of_id) is not null
        )
        select s.text as text from upward join statement s on s.source_id = upward.id`)
  }

  find(report: Report): EarlierSource | undefined {
    return this.#version(report) ?? this.#copy(report)
  }

  /** The same address with another text. */
  #version({ url }: Report): EarlierSource | undefined {
    const earlier = url === undefined ? undefined : this.#atUrl.get({ url })
    return earlier && this.#earlier(earlier, 'VERSION', { versionOf: earlier.id })
  }

  #copy({ text }: Report): EarlierSource | undefined {
    const like = this.#marks.sharing(text).find((other) => textLikeness(text, other.text) >= COPY)
    return like && this.#earlier(like, 'COPY', { copyOf: like.copyOfId ?? like.id })
  }

  #earlier(
    { id, slug }: { id: number; slug: string },
    relation: EarlierSource['relation'],
    origins: SourceOrigins,
  ): EarlierSource {
    const said = new Set(this.#said.all({ source: id }).map(({ text }) => unquotedWords(text)))
    return { slug, relation, origins, isSaid: (text) => said.has(unquotedWords(text)) }
  }
}

/** Outlets have marks of quotation of their own. */
const unquotedWords = (text: string): string =>
  foldedName(text)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''
