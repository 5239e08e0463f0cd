import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { atOnce, type ImmediateCommand, type ImmediateEngine } from '../../sql/engine.ts'
import { combined, type Outcome, type Upserted, UpsertTable } from '../../sql/upsert.ts'
import type { Reliability, SourceKind } from '../../values/vocabulary.ts'
import { followSource } from '../conditions/known-at.ts'
import { requireSlug } from '../entity/write.ts'
import { dateColumns } from '../nodes/fault.ts'
import { SourceMarks } from './marks.ts'

export interface SourceDraft {
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
  readonly #rows: UpsertTable<'source'>
  readonly #marks: SourceMarks
  readonly #relate: ImmediateCommand
  readonly #redate: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    this.#rows = new UpsertTable(engine, 'source', 'slug')
    this.#marks = new SourceMarks(engine)
    const [versionOf, copyOf] = [slot<number | null>('versionOf'), slot<number | null>('copyOf')]
    this.#relate = engine.command(
      build
        .updateTable('source')
        .set({ version_of_id: versionOf, copy_of_id: copyOf })
        .where('id', '=', slot<number>('source'))
        .where(sql<boolean>`(version_of_id, copy_of_id) is not (${versionOf}, ${copyOf})`),
    )
    this.#redate = followSource(sql`source_id = ${slot('source')}`).map((text) => engine.command(text))
  }

  put(draft: SourceDraft): Upserted {
    requireSlug(draft.slug)
    const published = dateColumns(draft.publishedAt, 'publishedAt')
    const kept = atOnce(
      this.#rows.upsert(draft.slug, {
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
      }),
    )
    if (kept.outcome !== 'unchanged') this.#marks.put(kept.id, draft.text ?? '')
    if (kept.outcome === 'updated') for (const redate of this.#redate) redate.run({ source: kept.id })
    return kept
  }

  /** Says what a source goes back to, once all of those are there. */
  relate({ id, outcome }: Upserted, { versionOf, copyOf }: SourceOrigins): Outcome {
    const { changes } = this.#relate.run({ source: id, versionOf: versionOf ?? null, copyOf: copyOf ?? null })
    return changes > 0 ? combined(outcome, 'updated') : outcome
  }
}
