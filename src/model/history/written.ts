import { type Selectable, sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../../sql/engine.ts'
import type { Tables } from '../../sql/tables.ts'
import { formatInstant } from '../../values/date.ts'
import { type EntityType, entityTypes } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import type { ActorDraft, AffiliationDraft } from '../actor/write.ts'
import type { AssessmentDraft } from '../assessment/write.ts'
import type { ClaimDraft, RelationDraft } from '../claim/write.ts'
import type { EntityDraft } from '../entity/write.ts'
import type { EventDraft } from '../event/write.ts'
import type { PlaceDraft } from '../place/write.ts'
import type { SourceDraft, SourceOrigins } from '../source/write.ts'
import type { StatementDraft } from '../statement/write.ts'

/** Each kind of node as it is written: the fields of a dossier's item, with other nodes by their keys. */
export interface FormOfType {
  PLACE: PlaceDraft
  ACTOR: ActorDraft & { readonly affiliations: readonly AffiliationDraft[] }
  EVENT: EventDraft
  SOURCE: SourceDraft & SourceOrigins
  CLAIM: ClaimDraft & { readonly relations: readonly RelationDraft[] }
  STATEMENT: StatementDraft
  ASSESSMENT: AssessmentDraft
}

export type WrittenForm<Type extends NodeType = NodeType> = FormOfType[Type]

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>
type FormsById<Type extends NodeType> = Map<number, WrittenForm<Type>>

/** All rows of a table that belong to some nodes, by the node. */
class RowsOf<Table extends keyof Tables> {
  readonly #owner: keyof Row<Table> & string
  readonly #rows: Prepared<Row<Table>>

  constructor(engine: Engine, table: Table, owner: keyof Row<Table> & string, order: readonly string[] = []) {
    this.#owner = owner
    const sorted = sql.join([owner, ...order].map((column) => sql.ref(column)))
    this.#rows = engine.prepare(
      sql`select * from ${sql.table(table)} where ${sql.ref(owner)} in ${listed('ids')} order by ${sorted}`,
    )
  }

  of(ids: string): Map<number, Row<Table>[]> {
    const byOwner = new Map<number, Row<Table>[]>()
    for (const row of atOnce(this.#rows.all({ ids }))) {
      const owner = Number(row[this.#owner])
      const known = byOwner.get(owner)
      if (known) known.push(row)
      else byOwner.set(owner, [row])
    }
    return byOwner
  }
}

/** Reads nodes in their written form: for the journal, for what is mended in part, and for what is taken out again. */
export class WrittenForms {
  readonly #readers: { readonly [Type in NodeType]: (ids: string) => FormsById<Type> }

  constructor(engine: Engine) {
    const entities = new EntityForms(engine)
    this.#readers = {
      PLACE: placeForms(engine, entities),
      ACTOR: actorForms(engine, entities),
      EVENT: eventForms(engine, entities),
      SOURCE: sourceForms(engine),
      CLAIM: claimForms(engine),
      STATEMENT: statementForms(engine),
      ASSESSMENT: assessmentForms(engine),
    }
  }

  /** The nodes of these keys that are there. */
  many<Type extends NodeType>(type: Type, ids: readonly number[]): FormsById<Type> {
    return this.#readers[type](JSON.stringify(ids))
  }

  of<Type extends NodeType>(type: Type, id: number): WrittenForm<Type> | null {
    return this.many(type, [id]).get(id) ?? null
  }
}

/** What actors, places and events have in common, of those of one kind. */
class EntityForms {
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

  of(kind: EntityType, ids: string): Map<number, EntityDraft> {
    const [labels, links] = [this.#labels.of(ids), this.#links.of(ids)]
    return new Map(
      atOnce(this.#rows[kind].all({ ids })).map((row) => [
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

type Filled<Fields> = { -readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** The fields that hold something: a form leaves out what is empty. */
function some<Fields extends object>(fields: Fields): Filled<Fields> {
  const filled: Filled<Fields> = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== null && value !== undefined) filled[name] = value
  }
  return filled
}

/** Forms of a table whose rows are all that there is of a node, in order of their keys. */
function formsOf<OwnRow, Form>(
  rows: ReadonlyMap<number, readonly OwnRow[]>,
  form: (row: OwnRow, id: number) => Form,
): Map<number, Form> {
  const forms = new Map<number, Form>()
  for (const [id, [row]] of rows) if (row) forms.set(id, form(row, id))
  return forms
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

function placeForms(engine: Engine, entities: EntityForms) {
  const rows = new RowsOf(engine, 'place', 'id')
  return (ids: string): FormsById<'PLACE'> =>
    entityForms(entities.of('PLACE', ids), rows.of(ids), (entity, row) => ({
      ...entity,
      ...some({ partOf: row.part_of_id, latitude: row.latitude, longitude: row.longitude }),
      precision: row.precision,
      ...some({ iso3166_2: row.iso3166_2 }),
    }))
}

function actorForms(engine: Engine, entities: EntityForms) {
  const rows = new RowsOf(engine, 'actor', 'id')
  const affiliations = new RowsOf(engine, 'affiliation', 'actor_id', ['id'])
  return (ids: string): FormsById<'ACTOR'> => {
    const affiliated = affiliations.of(ids)
    return entityForms(entities.of('ACTOR', ids), rows.of(ids), (entity, row, id) => ({
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
}

const affiliationForm = (row: Row<'affiliation'>): AffiliationDraft => ({
  organization: row.organization_id,
  role: row.role,
  ...some({ title: row.title, from: row.from_edtf, until: row.until_edtf }),
})

function eventForms(engine: Engine, entities: EntityForms) {
  const rows = new RowsOf(engine, 'event', 'id')
  const participations = new RowsOf(engine, 'participation', 'event_id', ['id'])
  return (ids: string): FormsById<'EVENT'> => {
    const taking = participations.of(ids)
    return entityForms(entities.of('EVENT', ids), rows.of(ids), (entity, row, id) => ({
      ...entity,
      type: row.type,
      ...some({ mode: row.mode, when: row.when_edtf, place: row.place_id, partOf: row.part_of_id }),
      participants: (taking.get(id) ?? []).map((one) => ({ actor: one.actor_id, role: one.role })),
    }))
  }
}

function sourceForms(engine: Engine) {
  const rows = new RowsOf(engine, 'source', 'id')
  return (ids: string): FormsById<'SOURCE'> =>
    formsOf(rows.of(ids), (row) => ({
      slug: row.slug,
      title: row.title,
      kind: row.kind,
      ...some({
        publisher: row.publisher_id,
        author: row.author,
        url: row.url,
        archivedUrl: row.archived_url,
        language: row.language,
        publishedAt: row.published_edtf,
        retrievedAt: row.retrieved_at === null ? null : formatInstant(row.retrieved_at),
        reliability: row.reliability,
        text: row.text,
        versionOf: row.version_of_id,
        copyOf: row.copy_of_id,
      }),
    }))
}

function claimForms(engine: Engine) {
  const rows = new RowsOf(engine, 'claim', 'id')
  const relations = new RowsOf(engine, 'claim_relation', 'from_id', ['to_id', 'type'])
  return (ids: string): FormsById<'CLAIM'> => {
    const related = relations.of(ids)
    return formsOf(rows.of(ids), (row, id) => ({
      slug: row.slug,
      text: row.text,
      kind: row.kind,
      ...some({
        subject: row.subject_id,
        event: row.event_id,
        object: row.object_id,
        figure:
          row.figure_unit === null
            ? null
            : { ...some({ low: row.figure_low, high: row.figure_high }), unit: row.figure_unit },
      }),
      review: row.origin,
      relations: (related.get(id) ?? []).map((one) => ({ type: one.type, to: one.to_id })),
    }))
  }
}

function statementForms(engine: Engine) {
  const rows = new RowsOf(engine, 'statement', 'id')
  const abouts = new RowsOf(engine, 'statement_about', 'statement_id', ['entity_id'])
  return (ids: string): FormsById<'STATEMENT'> => {
    const about = abouts.of(ids)
    return formsOf(rows.of(ids), (row, id) => ({
      ...some({ slug: row.slug }),
      source: row.source_id,
      speaker: row.speaker_id,
      ...some({
        speakerText: row.speaker_text,
        onBehalfOf: row.on_behalf_of_id,
        addressee: row.addressee_id,
      }),
      text: row.text,
      ...some({ language: row.language }),
      quoteType: row.quote_type,
      ...some({ cue: row.cue }),
      act: row.act,
      ...some({ claim: row.claim_id, stance: row.stance, certainty: row.certainty }),
      about: (about.get(id) ?? []).map((one) => one.entity_id),
      ...some({ saidAt: row.said_edtf, span: spanForm(row), via: row.via_id }),
      review: row.review,
    }))
  }
}

const spanForm = (row: Row<'statement'>) =>
  row.span_start === null || row.span_end === null || row.span_exact === null
    ? null
    : {
        start: row.span_start,
        end: row.span_end,
        exact: row.span_exact,
        ...some({ prefix: row.span_prefix, suffix: row.span_suffix }),
      }

function assessmentForms(engine: Engine) {
  const rows = new RowsOf(engine, 'assessment', 'id')
  return (ids: string): FormsById<'ASSESSMENT'> =>
    formsOf(rows.of(ids), (row) => ({
      ...some({ slug: row.slug }),
      assessor: row.assessor_id,
      claim: row.claim_id,
      verdict: row.verdict,
      ...some({
        credibility: row.credibility,
        method: row.method,
        date: row.date_edtf,
        evidence: row.evidence_id,
      }),
    }))
}
