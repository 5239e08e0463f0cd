import { build, Prepared, slot } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { type Upserted, UpsertTable } from '../../sql/upsert.ts'
import type { Credibility, Verdict } from '../../values/vocabulary.ts'
import { requireSlug } from '../entity/write.ts'
import { dateColumns } from '../nodes/fault.ts'

export interface AssessmentDraft {
  /** Without one, it is a new assessment each time. */
  readonly slug?: string | undefined
  readonly assessor: number
  readonly claim: number
  readonly verdict: Verdict
  readonly credibility?: Credibility | undefined
  readonly method?: string | undefined
  readonly date?: string | undefined
  /** The source in which the verdict stands. */
  readonly evidence?: number | undefined
}

export class AssessmentWriter {
  readonly #rows: UpsertTable<'assessment'>
  readonly #delete: Prepared<never>

  constructor(connection: Connection) {
    this.#rows = new UpsertTable(connection, 'assessment', 'slug')
    this.#delete = new Prepared(
      connection,
      build.deleteFrom('assessment').where('id', '=', slot<number>('id')) as never,
    )
  }

  put(draft: AssessmentDraft): Upserted {
    if (draft.slug !== undefined) requireSlug(draft.slug)
    const date = dateColumns(draft.date, 'date')
    return this.#rows.upsert(draft.slug ?? null, {
      slug: draft.slug ?? null,
      assessor_id: draft.assessor,
      claim_id: draft.claim,
      verdict: draft.verdict,
      credibility: draft.credibility ?? null,
      method: draft.method ?? null,
      date_edtf: date.edtf,
      date_earliest: date.earliest,
      date_latest: date.latest,
      evidence_id: draft.evidence ?? null,
    })
  }

  remove(id: number): void {
    this.#delete.run({ id })
  }
}
