import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine } from '../../sql/engine.ts'
import {
  type ExpectedRow,
  type Outcome,
  OwnedRows,
  type TableRow,
  type TakenKeys,
  type Upserted,
  UpsertTable,
} from '../../sql/upsert.ts'
import { sortKey } from '../../text/sort-key.ts'
import type { ClaimKind, ClaimRelationType, Origin } from '../../values/vocabulary.ts'
import { mergedSlugError, requireSlug } from '../entity/write.ts'
import { type Fault, faultsOf, refuse } from '../nodes/fault.ts'
import { keepRow, type NodeChanges } from '../nodes/node-changes.ts'

export interface FigureDraft {
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly unit: string
}

export interface ClaimDraft {
  /** The key of the one that is meant, which may get another slug; the slug's own where it is left out. */
  readonly id?: number | undefined
  readonly slug: string
  readonly text: string
  readonly kind: ClaimKind
  readonly subject?: number | undefined
  readonly event?: number | undefined
  /** An actor, an event or a place. */
  readonly object?: number | undefined
  readonly figure?: FigureDraft | undefined
  /** PROPOSED of what a proposal makes: it counts once something accepted names it. ACCEPTED unless it says otherwise. */
  readonly review?: Origin | undefined
}

export interface RelationDraft {
  readonly type: ClaimRelationType
  readonly to: number
}

/** Rules across a claim's fields. */
export function claimFaults({ figure }: { figure?: unknown }): Fault[] {
  if (typeof figure !== 'object' || figure === null) return []
  const { low, high }: { low?: unknown; high?: unknown } = figure
  return faultsOf(
    [
      'figure',
      low === undefined && high === undefined,
      'has neither low nor high: give at least one of them',
    ],
    [
      'figure.high',
      typeof low === 'number' && typeof high === 'number' && low > high,
      `is less than low: a figure goes from low to high`,
    ],
  )
}

const mergedClaims: TakenKeys = {
  rows: sql`from redirect where space = 'claim' and slug = ${slot('key')}`,
  refusal: mergedSlugError,
}

export class ClaimWriter {
  readonly #changes: NodeChanges
  readonly #rows: UpsertTable<'claim'>
  readonly #relations: OwnedRows<'claim_relation', 'from_id'>

  constructor(engine: ImmediateEngine, changes: NodeChanges) {
    this.#changes = changes
    const touch = (id: number) => changes.touch('CLAIM', id)
    this.#rows = new UpsertTable(engine, 'claim', 'slug', touch, mergedClaims)
    this.#relations = new OwnedRows(engine, 'claim_relation', 'from_id', touch)
  }

  /** Tells which claims are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#rows.expect(drafts)
  }

  /** Writes the claim; its relations stay as they are until `relate` is called, when all claims are there. */
  put(draft: ClaimDraft): Upserted {
    requireSlug(draft.slug)
    refuse(claimFaults(draft))
    const row: TableRow<'claim'> = {
      slug: draft.slug,
      text: draft.text,
      sort_key: sortKey(draft.text),
      kind: draft.kind,
      subject_id: draft.subject ?? null,
      event_id: draft.event ?? null,
      object_id: draft.object ?? null,
      figure_low: draft.figure?.low ?? null,
      figure_high: draft.figure?.high ?? null,
      figure_unit: draft.figure?.unit ?? null,
      origin: draft.review ?? 'ACCEPTED',
    }
    return keepRow(this.#rows, draft, row, this.#changes, 'CLAIM')
  }

  /** Makes these the relations that go out from the claim, and no others. */
  relate(claim: Upserted, relations: readonly RelationDraft[]): Outcome {
    return this.#relations.upsert(
      claim,
      relations.map(({ type, to }) => ({ type, to_id: to })),
    )
  }
}
