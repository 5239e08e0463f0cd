import { sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../../sql/engine.ts'
import type { NodeType } from '../../../values/vocabulary.ts'

/** When an object of STIX came to be, and when it was last changed. */
export interface StixTimes {
  readonly created: string
  readonly modified: string
}

/** Tells by the journal when nodes were written down. */
export class NodeTimes {
  readonly #created: Prepared<{ at: number }>
  readonly #changed: Prepared<{ first: number | null; last: number | null }>
  readonly #first: string

  constructor(engine: Engine) {
    this.#created = engine.prepare(
      sql`select revision.at from creation join revision on revision.id = creation.revision_id
        where type = ${slot('type')} and first_id <= ${slot('key')} and last_id >= ${slot('key')}
        order by first_id desc limit ${upTo('limit')}`,
    )
    this.#changed = engine.prepare(
      sql`select min(revision.at) as first, max(revision.at) as last from change
        join revision on revision.id = change.revision_id where type = ${slot('type')} and node_id = ${slot('key')}`,
    )
    const first = atOnce(
      engine.prepare<{ at: number | null }>(sql`select min(at) as at from revision`).get({}),
    )
    this.#first = timestampOf(first?.at ?? 0)
  }

  of(type: NodeType, key: number): StixTimes {
    const created = atOnce(this.#created.get({ type, key, limit: 1 }))?.at
    const changed = atOnce(this.#changed.get({ type, key }))
    const first = created ?? changed?.first
    if (first === undefined || first === null) return { created: this.#first, modified: this.#first }
    return { created: timestampOf(first), modified: timestampOf(Math.max(first, changed?.last ?? first)) }
  }
}

/** As STIX has it: UTC, with milliseconds. */
export const timestampOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Whether STIX can write a moment: its years have four digits. */
export const isWritable = (milliseconds: number): boolean => /^\d{4}-/.test(timestampOf(milliseconds))
