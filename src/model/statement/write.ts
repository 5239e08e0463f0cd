import { build, slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { combined, OwnedRows, UpsertTable } from '../../sql/upsert.ts'
import { UserError } from '../../values/errors.ts'
import { formatId } from '../../values/id.ts'
import type { Certainty, QuoteType, ReviewState, SpeechAct, Stance } from '../../values/vocabulary.ts'
import { saidColumns } from '../conditions/known-at.ts'
import { requireSlug } from '../entity/write.ts'
import { dateColumns, refuse } from '../nodes/fault.ts'
import { keepRow, type NodeChanges, type PutUnderSlug } from '../nodes/node-changes.ts'
import { SlugFromId } from '../nodes/slug.ts'
import type { SourceDates } from '../nodes/source-dates.ts'
import { type SpanDraft, statementFaults } from './faults.ts'

export interface StatementDraft {
  /** The key of the one that is meant, which may get another slug; the slug's own where it is left out. */
  readonly id?: number | undefined
  /** Without one, it is a new statement each time, which takes its id for a slug: `statement-17`. */
  readonly slug?: string | undefined
  readonly source: number
  readonly speaker: number
  /** The words for the speaker in the source. */
  readonly speakerText?: string | undefined
  readonly onBehalfOf?: number | undefined
  readonly addressee?: number | undefined
  readonly text: string
  readonly language?: string | undefined
  readonly quoteType: QuoteType
  readonly cue?: string | undefined
  readonly act: SpeechAct
  readonly claim?: number | undefined
  readonly stance?: Stance | undefined
  readonly certainty?: Certainty | undefined
  /** Actors, events and places. */
  readonly about?: readonly number[] | undefined
  readonly saidAt?: string | undefined
  readonly span?: SpanDraft | undefined
  readonly via?: number | undefined
  /** ACCEPTED unless it says otherwise. */
  readonly review?: ReviewState | undefined
}

/** As much of a statement as must be known to read ahead what the graph has of it. */
export type ExpectedStatement = Pick<StatementDraft, 'id' | 'slug' | 'source'>

export class StatementWriter {
  readonly #changes: NodeChanges
  readonly #rows: UpsertTable<'statement'>
  readonly #about: OwnedRows<'statement_about', 'statement_id'>
  readonly #dates: SourceDates
  readonly #inner: ImmediatePrepared<{ id: number }>
  readonly #names: SlugFromId
  readonly #delete: ImmediateCommand
  readonly #proposed: ImmediatePrepared<{ id: number }>
  readonly #accept: ImmediateCommand

  constructor(engine: ImmediateEngine, changes: NodeChanges, dates: SourceDates) {
    this.#changes = changes
    this.#dates = dates
    const touch = (id: number) => changes.touch('STATEMENT', id)
    this.#rows = new UpsertTable(engine, 'statement', 'slug', touch)
    this.#about = new OwnedRows(engine, 'statement_about', 'statement_id', touch)
    this.#inner = engine.prepare(
      build.selectFrom('statement').select('id').where('via_id', '=', slot<number>('id')).limit(1),
    )
    this.#names = new SlugFromId(engine, 'statement')
    this.#delete = engine.command(build.deleteFrom('statement').where('id', '=', slot<number>('id')))
    this.#proposed = engine.prepare(
      build
        .selectFrom('statement')
        .select('id')
        .where('source_id', '=', slot<number>('source'))
        .where('review', '=', 'PROPOSED'),
    )
    this.#accept = engine.command(
      build
        .updateTable('statement')
        .set({ review: 'ACCEPTED' })
        .where('source_id', '=', slot<number>('source'))
        .where('review', '=', 'PROPOSED'),
    )
  }

  /** Tells which statements are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedStatement[]): void {
    this.#rows.expect(drafts)
    this.#dates.expect(drafts.map(({ source }) => source))
  }

  put(draft: StatementDraft): PutUnderSlug {
    if (draft.slug !== undefined) requireSlug(draft.slug)
    refuse(statementFaults(draft))
    const row = {
      slug: draft.slug ?? this.#names.expected(),
      ...this.#said(draft),
      ...ownColumns(draft),
      ...spanColumns(draft.span),
    }
    const kept = keepRow(this.#rows, draft, row, this.#changes, 'STATEMENT')
    const slug = draft.slug ?? this.#names.settle(kept.id, row.slug)
    if (draft.slug === undefined) this.#rows.forget(slug)
    if (kept.outcome === 'created') this.#names.follow(kept.id)
    const copies = {
      speaker_id: row.speaker_id,
      principal_id: row.on_behalf_of_id ?? row.speaker_id,
      review: row.review,
      said_order: row.said_earliest ?? row.said_latest,
    }
    const about = this.#about.upsert(
      kept,
      (draft.about ?? []).map((entity) => ({ entity_id: entity, ...copies })),
    )
    return { id: kept.id, slug, outcome: combined(kept.outcome, about) }
  }

  /** Refused while another statement is reported through this one. */
  remove(id: number): void {
    const inner = this.#inner.get({ id })
    if (inner)
      throw new UserError(
        `${formatId('STATEMENT', inner.id)} is reported through ${formatId('STATEMENT', id)}.`,
      )
    this.#changes.touch('STATEMENT', id)
    this.#delete.run({ id })
  }

  /** Takes over all that is proposed in a source, and tells how many statements that was. */
  acceptProposed(source: number): number {
    for (const { id } of this.#proposed.all({ source })) this.#changes.touch('STATEMENT', id)
    return this.#accept.run({ source }).changes
  }

  #said({ saidAt, source }: StatementDraft) {
    const said = dateColumns(saidAt, 'saidAt')
    return saidColumns(said, this.#dates.of(source))
  }
}

const ownColumns = (draft: StatementDraft) => ({
  source_id: draft.source,
  speaker_id: draft.speaker,
  on_behalf_of_id: draft.onBehalfOf ?? null,
  addressee_id: draft.addressee ?? null,
  claim_id: draft.claim ?? null,
  via_id: draft.via ?? null,
  act: draft.act,
  stance: draft.stance ?? null,
  certainty: draft.certainty ?? null,
  quote_type: draft.quoteType,
  review: draft.review ?? 'ACCEPTED',
  language: draft.language ?? null,
  speaker_text: draft.speakerText ?? null,
  cue: draft.cue ?? null,
  text: draft.text,
})

const spanColumns = (span: SpanDraft | undefined) => ({
  span_start: span?.start ?? null,
  span_end: span?.end ?? null,
  span_exact: span?.exact ?? null,
  span_prefix: span?.prefix ?? null,
  span_suffix: span?.suffix ?? null,
})
