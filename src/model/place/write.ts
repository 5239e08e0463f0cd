import type { ImmediateEngine } from '../../sql/engine.ts'
import { combined, type ExpectedRow, type Upserted, UpsertTable } from '../../sql/upsert.ts'
import type { PlacePrecision } from '../../values/vocabulary.ts'
import { type EntityDraft, EntityWriter } from '../entity/write.ts'
import { type Fault, faultsOf, refuse } from '../nodes/fault.ts'
import type { NodeChanges } from '../nodes/node-changes.ts'

export interface PlaceDraft extends EntityDraft {
  readonly partOf?: number | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly precision: PlacePrecision
  readonly iso3166_2?: string | undefined
}

/** Rules across a place's fields. */
export const placeFaults = ({ latitude, longitude }: { latitude?: unknown; longitude?: unknown }): Fault[] =>
  faultsOf(
    [
      'latitude',
      latitude === undefined && longitude !== undefined,
      'is missing: a longitude needs its latitude',
    ],
    [
      'longitude',
      longitude === undefined && latitude !== undefined,
      'is missing: a latitude needs its longitude',
    ],
  )

export class PlaceWriter {
  readonly #entities: EntityWriter
  readonly #rows: UpsertTable<'place'>

  constructor(engine: ImmediateEngine, changes: NodeChanges) {
    this.#entities = new EntityWriter(engine, 'PLACE', changes)
    this.#rows = new UpsertTable(engine, 'place', 'id', (id) => changes.touch('PLACE', id))
  }

  /** Tells which places are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#entities.expect(drafts)
  }

  put(draft: PlaceDraft): Upserted {
    refuse(placeFaults(draft))
    const { id, outcome } = this.#entities.put(draft)
    const row = this.#rows.upsert(outcome === 'created' ? null : id, {
      id,
      part_of_id: draft.partOf ?? null,
      latitude: draft.latitude ?? null,
      longitude: draft.longitude ?? null,
      precision: draft.precision,
      iso3166_2: draft.iso3166_2 ?? null,
    })
    return { id, outcome: combined(outcome, row.outcome) }
  }
}
