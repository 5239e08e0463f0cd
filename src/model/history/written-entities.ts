import { sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { type Engine, type Prepared, type Steps, waitFor } from '../../sql/engine.ts'
import { type EntityType, entityTypes } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { ActorDraft, AffiliationDraft } from '../actor/write.ts'
import type { EntityDraft } from '../entity/write.ts'
import type { EventDraft } from '../event/write.ts'
import type { PlaceDraft } from '../place/write.ts'
import { type FormReader, type Row, RowsOf, some } from './written-rows.ts'

export type ActorForm = ActorDraft & { readonly affiliations: readonly AffiliationDraft[] }

/** What actors, places and events have in common, of those of one kind. */
export class EntityForms {
  readonly #rows: Readonly<Record<EntityType, Prepared<Row<'entity'>>>>
  readonly #labels: RowsOf<'label'>
  readonly #links: RowsOf<'external_id'>

  constructor(engine: Engine) {
    this.#rows = recordFrom(entityTypes, (kind) =>
      engine.prepare<Row<'entity'>>(
        sql`select * from entity where kind = ${sql.lit(kind)} and id in ${listed('ids')} order by id`,
      ),
    )
    this.#labels = new RowsOf(engine, 'label', 'entity_id', ['id'])
    this.#links = new RowsOf(engine, 'external_id', 'entity_id', ['scheme', 'value'])
  }

  /** Tells that these are read next: once, and before anything is written. */
  expect(kind: EntityType, ids: string): void {
    this.#labels.expect(ids)
    this.#links.expect(ids)
    this.#rows[kind].expect([{ ids }])
  }

  *of(kind: EntityType, ids: string): Steps<Map<number, EntityDraft>> {
    const labels = yield* this.#labels.of(ids)
    const links = yield* this.#links.of(ids)
    const rows = yield* waitFor(this.#rows[kind].all({ ids }))
    this.#rows[kind].forget({ ids })
    return new Map(
      rows.map((row) => [
        row.id,
        {
          slug: row.slug,
          name: row.name,
          ...some({
            unnamed: row.unnamed === 1 || null,
            labels: textsBy(labels.get(row.id), 'lang', 'text'),
            description: row.description,
            links: textsBy(links.get(row.id), 'scheme', 'value'),
          }),
          review: row.origin,
        },
      ]),
    )
  }
}

/** Texts in lists by their language or scheme, in the order of the rows; null where there is none. */
function textsBy<Key extends string, Value extends string>(
  rows: readonly Readonly<Record<Key | Value, string>>[] | undefined,
  key: Key,
  value: Value,
): Record<string, readonly string[]> | null {
  if (!rows || rows.length === 0) return null
  const texts = new Map<string, string[]>()
  for (const row of rows) texts.set(row[key], [...(texts.get(row[key]) ?? []), row[value]])
  return Object.fromEntries(texts)
}

/** The forms of the entities of which there is a row of their own kind too. */
function entityForms<OwnRow, Form>(
  entities: ReadonlyMap<number, EntityDraft>,
  rows: ReadonlyMap<number, readonly OwnRow[]>,
  form: (entity: EntityDraft, row: OwnRow, id: number) => Form,
): Map<number, Form> {
  const forms = new Map<number, Form>()
  for (const [id, entity] of entities) {
    const [row] = rows.get(id) ?? []
    if (row) forms.set(id, form(entity, row, id))
  }
  return forms
}

export function placeForms(engine: Engine, entities: EntityForms): FormReader<PlaceDraft> {
  const rows = new RowsOf(engine, 'place', 'id')
  const expect = (ids: string) => {
    entities.expect('PLACE', ids)
    rows.expect(ids)
  }
  const read = function* (ids: string): Steps<Map<number, PlaceDraft>> {
    return entityForms(yield* entities.of('PLACE', ids), yield* rows.of(ids), (entity, row) => ({
      ...entity,
      ...some({ partOf: row.part_of_id, latitude: row.latitude, longitude: row.longitude }),
      precision: row.precision,
      ...some({ iso3166_2: row.iso3166_2 }),
    }))
  }
  return { expect, read }
}

export function actorForms(engine: Engine, entities: EntityForms): FormReader<ActorForm> {
  const rows = new RowsOf(engine, 'actor', 'id')
  const affiliations = new RowsOf(engine, 'affiliation', 'actor_id', ['id'])
  const expect = (ids: string) => {
    affiliations.expect(ids)
    entities.expect('ACTOR', ids)
    rows.expect(ids)
  }
  const read = function* (ids: string): Steps<Map<number, ActorForm>> {
    const affiliated = yield* affiliations.of(ids)
    return entityForms(yield* entities.of('ACTOR', ids), yield* rows.of(ids), (entity, row, id) => ({
      ...entity,
      type: row.type,
      ...some({
        iso3166: row.iso3166,
        kind: row.kind,
        allegiance: row.allegiance_id,
        reliability: row.reliability,
      }),
      affiliations: (affiliated.get(id) ?? []).map(affiliationForm),
    }))
  }
  return { expect, read }
}

const affiliationForm = (row: Row<'affiliation'>): AffiliationDraft => ({
  organization: row.organization_id,
  role: row.role,
  ...some({ title: row.title, from: row.from_edtf, until: row.until_edtf }),
})

export function eventForms(engine: Engine, entities: EntityForms): FormReader<EventDraft> {
  const rows = new RowsOf(engine, 'event', 'id')
  const participations = new RowsOf(engine, 'participation', 'event_id', ['id'])
  const expect = (ids: string) => {
    participations.expect(ids)
    entities.expect('EVENT', ids)
    rows.expect(ids)
  }
  const read = function* (ids: string): Steps<Map<number, EventDraft>> {
    const taking = yield* participations.of(ids)
    return entityForms(yield* entities.of('EVENT', ids), yield* rows.of(ids), (entity, row, id) => ({
      ...entity,
      type: row.type,
      ...some({ mode: row.mode, when: row.when_edtf, place: row.place_id, partOf: row.part_of_id }),
      participants: (taking.get(id) ?? []).map((one) => ({ actor: one.actor_id, role: one.role })),
    }))
  }
  return { expect, read }
}
