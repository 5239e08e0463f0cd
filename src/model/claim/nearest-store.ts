import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { inTime, listed, matching, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'

export interface NearClaim {
  readonly id: number
  readonly slug: string
  readonly text: string
}

/** Any of these words, each as it is indexed: folded, or a stem. */
type Forms = readonly string[]

/** Claims by the words that they hold. Each question reads so many rows at most, whatever the size of the graph. */
export class NearestClaims {
  readonly #holding: Prepared<{ id: number }>
  readonly #texts: Prepared<NearClaim>
  readonly #after: Prepared<NearClaim>
  readonly #last: Prepared<{ id: number | null }>
  readonly #engine: Pick<Engine, 'state'>

  constructor(engine: Pick<Engine, 'prepare' | 'state'>) {
    this.#engine = engine
    this.#holding = engine.prepare(sql`select id from ${matching('claim_text', 'query')} as found
        where ${inTime('found.id')} order by id desc limit ${upTo('limit')}`)
    this.#texts = engine.prepare(sql`select id, slug, text from claim where id in ${listed('ids')}`)
    this.#after = engine.prepare(sql`select id, slug, text from claim where id > ${slot('id')} order by id`)
    this.#last = engine.prepare(sql`select max(id) as id from claim`)
  }

  /** The latest claims, so many at most, that hold a form of every one of these words. */
  holding(words: readonly Forms[], limit: number): Answer<number[]> {
    const query = words.map((forms) => `(${forms.map((form) => `"${form}"`).join(' OR ')})`).join(' AND ')
    return query === ''
      ? []
      : mapAnswer(this.#holding.all({ query, limit }), (rows) => rows.map(({ id }) => id))
  }

  byIds(ids: readonly number[]): Answer<NearClaim[]> {
    return ids.length === 0 ? [] : this.#texts.all({ ids: JSON.stringify(ids) })
  }

  /** Those that were added after another, in their order. */
  after(id: number): Answer<NearClaim[]> {
    return this.#after.all({ id })
  }

  /** Another text whenever anything was written, by this engine or another. */
  state(): Answer<string> {
    return this.#engine.state()
  }

  /** About how many claims there are, as ids are given one after the other. */
  size(): Answer<number> {
    return mapAnswer(this.#last.get(), (last) => last?.id ?? 0)
  }
}
