import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { atOnce, type ImmediateCommand, type ImmediateEngine } from '../../sql/engine.ts'
import { combined, type Outcome, type Upserted, UpsertTable } from '../../sql/upsert.ts'
import { monthOf } from '../../values/date.ts'
import type { Reliability, SourceKind } from '../../values/vocabulary.ts'
import { earlier } from '../conditions/known.ts'
import { dayIsUnknown } from '../conditions/said.ts'
import { requireSlug } from '../entity/write.ts'
import { type DateColumns, dateColumns } from '../nodes/fault.ts'
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
  readonly #dated: ImmediateCommand
  readonly #undated: ImmediateCommand

  constructor(engine: ImmediateEngine) {
    this.#rows = new UpsertTable(engine, 'source', 'slug', [
      'title',
      'kind',
      'publisher_id',
      'author',
      'url',
      'archived_url',
      'language',
      'published_edtf',
      'published_earliest',
      'published_latest',
      'retrieved_at',
      'reliability',
      'sha256',
      'text',
    ])
    this.#marks = new SourceMarks(engine)
    const [versionOf, copyOf] = [slot<number | null>('versionOf'), slot<number | null>('copyOf')]
    this.#relate = engine.command(
      build
        .updateTable('source')
        .set({ version_of_id: versionOf, copy_of_id: copyOf })
        .where('id', '=', slot<number>('source'))
        .where(sql<boolean>`(version_of_id, copy_of_id) is not (${versionOf}, ${copyOf})`),
    )
    const known = earlier('said_latest', slot('published'))
    this.#dated = engine.command(
      build
        .updateTable('statement')
        .set({ known_at: known })
        .where('source_id', '=', slot<number>('source'))
        .where(sql<boolean>`not ${dayIsUnknown('said_edtf')}`)
        .where('known_at', 'is not', known),
    )
    const [published, month] = [slot<number | null>('published'), slot<string | null>('month')]
    this.#undated = engine.command(
      build
        .updateTable('statement')
        .set({ said_earliest: published, said_latest: published, known_at: published, said_month: month })
        .where('source_id', '=', slot<number>('source'))
        .where(dayIsUnknown('said_edtf'))
        .where(sql<boolean>`(said_latest, said_month) is not (${published}, ${month})`),
    )
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
    if (kept.outcome === 'updated') this.#redate(kept.id, published)
    return kept
  }

  /** Says what a source goes back to, once all of those are there. */
  relate({ id, outcome }: Upserted, { versionOf, copyOf }: SourceOrigins): Outcome {
    const { changes } = this.#relate.run({ source: id, versionOf: versionOf ?? null, copyOf: copyOf ?? null })
    return changes > 0 ? combined(outcome, 'updated') : outcome
  }

  /** What a source says was known, and if no day is known was said, no later than it was published. */
  #redate(source: number, published: DateColumns): void {
    this.#dated.run({ source, published: published.latest })
    this.#undated.run({ source, published: published.latest, month: monthOf(published) })
  }
}
