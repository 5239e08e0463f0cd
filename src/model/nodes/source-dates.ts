import { build, slot } from '../../sql/build.ts'
import type { ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { DateColumns } from './fault.ts'

export type PublishedDate = Pick<DateColumns, 'earliest' | 'latest'>

const unknownDate: PublishedDate = { earliest: null, latest: null }

/** When sources were published, for those who write statements. */
export class SourceDates {
  readonly #published: ImmediatePrepared<PublishedDate>

  constructor(engine: ImmediateEngine) {
    this.#published = engine.prepare(
      build
        .selectFrom('source')
        .select(['published_earliest as earliest', 'published_latest as latest'])
        .where('id', '=', slot<number>('source')),
    )
  }

  of(source: number): PublishedDate {
    return this.#published.get({ source }) ?? unknownDate
  }

  /** Tells which sources are asked for next. */
  expect(sources: Iterable<number>): void {
    this.#published.expect([...new Set(sources)].map((source) => ({ source })))
  }

  /** The source has been written. */
  forget(source: number): void {
    this.#published.forget({ source })
  }
}
