import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import {
  combined,
  type ExpectedRow,
  type Outcome,
  type TableRow,
  type Upserted,
  UpsertTable,
} from '../../sql/upsert.ts'
import type { Reliability, SourceKind } from '../../values/vocabulary.ts'
import { followSource, goesByOtherDate } from '../conditions/known-at.ts'
import type { TouchedNodes } from '../derived/touched-nodes.ts'
import { requireSlug } from '../entity/write.ts'
import { dateColumns } from '../nodes/fault.ts'
import { keepRow, type NodeChanges } from '../nodes/node-changes.ts'
import type { SourceDates } from '../nodes/source-dates.ts'
import { SourceMarks } from './marks.ts'

export interface SourceDraft {
  /** The key of the one that is meant, which may get another slug; the slug's own where it is left out. */
  readonly id?: number | undefined
  readonly slug: string
  readonly title: string
  readonly kind: SourceKind
  readonly publisher?: number | undefined
  readonly author?: string | undefined
  readonly url?: string | undefined
  readonly archivedUrl?: string | undefined
  readonly language?: string | undefined
  readonly publishedAt?: string | undefined
  /** An instant in RFC 3339. */
  readonly retrievedAt?: string | undefined
  readonly reliability?: Reliability | undefined
  readonly text?: string | undefined
}

/** The sources that one goes back to. */
export interface SourceOrigins {
  /** What it is a later version of. */
  readonly versionOf?: number | undefined
  /** Whose text it takes over. */
  readonly copyOf?: number | undefined
}

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')

export class SourceWriter {
  readonly #changes: NodeChanges
  readonly #touched: TouchedNodes
  readonly #rows: UpsertTable<'source'>
  readonly #marks: SourceMarks
  readonly #dates: SourceDates
  readonly #origins: ImmediatePrepared<{ version_of_id: number | null; copy_of_id: number | null }>
  readonly #relate: ImmediateCommand
  readonly #redated: ImmediatePrepared<{ id: number }>
  readonly #redate: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine, changes: NodeChanges, touched: TouchedNodes, dates: SourceDates) {
    this.#changes = changes
    this.#dates = dates
    this.#touched = touched
    this.#rows = new UpsertTable(engine, 'source', 'slug', (id) => changes.touch('SOURCE', id))
    this.#marks = new SourceMarks(engine)
    const [versionOf, copyOf] = [slot<number | null>('versionOf'), slot<number | null>('copyOf')]
    this.#origins = engine.prepare(
      build
        .selectFrom('source')
        .select(['version_of_id', 'copy_of_id'])
        .where('id', '=', slot<number>('source')),
    )
    this.#relate = engine.command(
      build
        .updateTable('source')
        .set({ version_of_id: versionOf, copy_of_id: copyOf })
        .where('id', '=', slot<number>('source')),
    )
    const ofSource = sql`source_id = ${slot('source')}`
    this.#redated = engine.prepare(goesByOtherDate(ofSource))
    this.#redate = followSource(ofSource).map((text) => engine.command(text))
  }

  /** Tells which sources are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#rows.expect(drafts)
  }

  put(draft: SourceDraft): Upserted {
    requireSlug(draft.slug)
    const published = dateColumns(draft.publishedAt, 'publishedAt')
    const row: TableRow<'source'> = {
      slug: draft.slug,
      title: draft.title,
      kind: draft.kind,
      publisher_id: draft.publisher ?? null,
      author: draft.author ?? null,
      url: draft.url ?? null,
      archived_url: draft.archivedUrl ?? null,
      language: draft.language ?? null,
      published_edtf: published.edtf,
      published_earliest: published.earliest,
      published_latest: published.latest,
      retrieved_at: dateColumns(draft.retrievedAt, 'retrievedAt').latest,
      reliability: draft.reliability ?? null,
      sha256: draft.text === undefined ? null : textHash(draft.text),
      text: draft.text ?? null,
    }
    const kept = keepRow(this.#rows, draft, row, this.#changes, 'SOURCE')
    if (kept.outcome !== 'unchanged') this.#marks.put(kept, draft.text ?? '')
    this.#dates.forget(kept.id)
    if (kept.outcome === 'updated') this.#followDate(kept.id)
    return kept
  }

  /** Its statements may go by its date. */
  #followDate(source: number): void {
    this.#touched.note(
      'STATEMENT',
      this.#redated.all({ source }).map(({ id }) => id),
    )
    for (const redate of this.#redate) redate.run({ source })
  }

  /** Says what a source goes back to, once all of those are there. */
  relate({ id, outcome }: Upserted, { versionOf, copyOf }: SourceOrigins): Outcome {
    const wanted = { versionOf: versionOf ?? null, copyOf: copyOf ?? null }
    const known = this.#origins.get({ source: id })
    if (known?.version_of_id === wanted.versionOf && known.copy_of_id === wanted.copyOf) return outcome
    if (outcome !== 'created') this.#changes.touch('SOURCE', id)
    this.#relate.run({ source: id, ...wanted })
    return combined(outcome, 'updated')
  }
}
