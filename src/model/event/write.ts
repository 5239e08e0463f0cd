import type { ImmediateEngine } from '../../sql/engine.ts'
import { combined, type ExpectedRow, OwnedRows, type Upserted, UpsertTable } from '../../sql/upsert.ts'
import type { EventType, ParticipantRole } from '../../values/vocabulary.ts'
import { type EntityDraft, EntityWriter } from '../entity/write.ts'
import { dateColumns } from '../nodes/fault.ts'
import type { NodeChanges } from '../nodes/node-changes.ts'

export interface EventDraft extends EntityDraft {
  readonly type: EventType
  readonly mode?: string | undefined
  readonly when?: string | undefined
  readonly place?: number | undefined
  readonly partOf?: number | undefined
  /** Only participation that nobody disputes; the rest is claims. */
  readonly participants?: readonly { readonly actor: number; readonly role: ParticipantRole }[] | undefined
}

export class EventWriter {
  readonly #entities: EntityWriter
  readonly #rows: UpsertTable<'event'>
  readonly #participations: OwnedRows<'participation', 'event_id'>

  constructor(engine: ImmediateEngine, changes: NodeChanges) {
    const touch = (id: number) => changes.touch('EVENT', id)
    this.#entities = new EntityWriter(engine, 'EVENT', changes)
    this.#rows = new UpsertTable(engine, 'event', 'id', touch)
    this.#participations = new OwnedRows(engine, 'participation', 'event_id', touch)
  }

  /** Tells which events are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#entities.expect(drafts)
  }

  put(draft: EventDraft): Upserted {
    const entity = this.#entities.put(draft)
    const when = dateColumns(draft.when, 'when')
    const row = this.#rows.upsert(entity.outcome === 'created' ? null : entity.id, {
      id: entity.id,
      type: draft.type,
      mode: draft.mode ?? null,
      when_edtf: when.edtf,
      when_earliest: when.earliest,
      when_latest: when.latest,
      place_id: draft.place ?? null,
      part_of_id: draft.partOf ?? null,
    })
    const participants = (draft.participants ?? []).map(({ actor, role }) => ({ actor_id: actor, role }))
    const participations = this.#participations.upsert(entity, participants)
    return { id: entity.id, outcome: combined(entity.outcome, row.outcome, participations) }
  }
}
