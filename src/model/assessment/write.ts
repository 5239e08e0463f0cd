import { build, slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine } from '../../sql/engine.ts'
import { type ExpectedRow, type TableRow, UpsertTable } from '../../sql/upsert.ts'
import type { Credibility, Verdict } from '../../values/vocabulary.ts'
import { requireSlug } from '../entity/write.ts'
import { dateColumns } from '../nodes/fault.ts'
import { keepRow, type NodeChanges, type PutUnderSlug } from '../nodes/node-changes.ts'
import { SlugFromId } from '../nodes/slug.ts'

export interface AssessmentDraft {
  /** The key of the one that is meant, which may get another slug; the slug's own where it is left out. */
  readonly id?: number | undefined
  /** Without one, it is a new assessment each time, which takes its id for a slug: `assessment-17`. */
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
  readonly #changes: NodeChanges
  readonly #rows: UpsertTable<'assessment'>
  readonly #names: SlugFromId
  readonly #delete: ImmediateCommand

  constructor(engine: ImmediateEngine, changes: NodeChanges) {
    this.#changes = changes
    this.#rows = new UpsertTable(engine, 'assessment', 'slug', (id) => changes.touch('ASSESSMENT', id))
    this.#names = new SlugFromId(engine, 'assessment')
    this.#delete = engine.command(build.deleteFrom('assessment').where('id', '=', slot<number>('id')))
  }

  /** Tells which assessments are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#rows.expect(drafts)
  }

  put(draft: AssessmentDraft): PutUnderSlug {
    if (draft.slug !== undefined) requireSlug(draft.slug)
    const date = dateColumns(draft.date, 'date')
    const written = draft.slug ?? this.#names.expected()
    const row: TableRow<'assessment'> = {
      slug: written,
      assessor_id: draft.assessor,
      claim_id: draft.claim,
      verdict: draft.verdict,
      credibility: draft.credibility ?? null,
      method: draft.method ?? null,
      date_edtf: date.edtf,
      date_earliest: date.earliest,
      date_latest: date.latest,
      evidence_id: draft.evidence ?? null,
    }
    const kept = keepRow(this.#rows, draft, row, this.#changes, 'ASSESSMENT')
    const slug = draft.slug ?? this.#names.settle(kept.id, written)
    if (draft.slug === undefined) this.#rows.forget(slug)
    if (kept.outcome === 'created') this.#names.follow(kept.id)
    return { ...kept, slug }
  }

  remove(id: number): void {
    this.#changes.touch('ASSESSMENT', id)
    this.#delete.run({ id })
  }
}
