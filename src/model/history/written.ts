import { type Answer, atOnce, type Engine, inSteps, type Steps } from '../../sql/engine.ts'
import { formatInstant } from '../../values/date.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import type { AssessmentDraft } from '../assessment/write.ts'
import type { ClaimDraft, RelationDraft } from '../claim/write.ts'
import type { EventDraft } from '../event/write.ts'
import type { PlaceDraft } from '../place/write.ts'
import type { SourceDraft, SourceOrigins } from '../source/write.ts'
import type { StatementDraft } from '../statement/write.ts'
import { type ActorForm, actorForms, EntityForms, eventForms, placeForms } from './written-entities.ts'
import { type FormReader, formsOf, type Row, RowsOf, some } from './written-rows.ts'

/** Each kind of node as it is written: the fields of a dossier's item, with other nodes by their keys. */
export interface FormOfType {
  PLACE: PlaceDraft
  ACTOR: ActorForm
  EVENT: EventDraft
  SOURCE: SourceDraft & SourceOrigins
  CLAIM: ClaimDraft & { readonly relations: readonly RelationDraft[] }
  STATEMENT: StatementDraft
  ASSESSMENT: AssessmentDraft
}

export type WrittenForm<Type extends NodeType = NodeType> = FormOfType[Type]

type FormsById<Type extends NodeType> = Map<number, WrittenForm<Type>>

/** Reads nodes in their written form: for the journal, for what is mended in part, and for what is taken out again. */
export class WrittenForms {
  readonly #readers: { readonly [Type in NodeType]: FormReader<WrittenForm<Type>> }

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

  /** Tells that these are asked for next, together: once, and before anything is written. */
  expect(type: NodeType, ids: readonly number[]): void {
    this.#readers[type].expect(JSON.stringify(ids))
  }

  /** The nodes of these keys that are there. */
  many<Type extends NodeType>(type: Type, ids: readonly number[]): FormsById<Type> {
    return atOnce(inSteps(() => this.#rowsOf(type, ids)))
  }

  of<Type extends NodeType>(type: Type, id: number): WrittenForm<Type> | null {
    return this.many(type, [id]).get(id) ?? null
  }

  /** Those of these nodes that are there, of whatever kinds, by their ids. */
  ofAll(nodes: readonly NodeId[]): Map<string, WrittenForm> {
    return atOnce(this.read(nodes))
  }

  /** The same for whoever only looks at a graph, and may have to wait for it. */
  read(nodes: readonly NodeId[]): Answer<Map<string, WrittenForm>> {
    return inSteps(() => this.#formsOf(nodes))
  }

  *#formsOf(nodes: readonly NodeId[]): Steps<Map<string, WrittenForm>> {
    const forms = new Map<string, WrittenForm>()
    for (const type of nodeTypes) {
      const keys = nodes.filter((node) => node.type === type).map(({ key }) => key)
      if (keys.length === 0) continue
      for (const [key, form] of yield* this.#rowsOf(type, keys)) forms.set(formatId(type, key), form)
    }
    return forms
  }

  *#rowsOf<Type extends NodeType>(type: Type, keys: readonly number[]): Steps<FormsById<Type>> {
    const ids = JSON.stringify(keys)
    this.#readers[type].expect(ids)
    return yield* this.#readers[type].read(ids)
  }
}

function sourceForms(engine: Engine): FormReader<WrittenForm<'SOURCE'>> {
  const rows = new RowsOf(engine, 'source', 'id')
  const read = function* (ids: string): Steps<FormsById<'SOURCE'>> {
    return formsOf(yield* rows.of(ids), (row) => ({
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
  return { expect: (ids) => rows.expect(ids), read }
}

function claimForms(engine: Engine): FormReader<WrittenForm<'CLAIM'>> {
  const rows = new RowsOf(engine, 'claim', 'id')
  const relations = new RowsOf(engine, 'claim_relation', 'from_id', ['to_id', 'type'])
  const expect = (ids: string) => {
    relations.expect(ids)
    rows.expect(ids)
  }
  const read = function* (ids: string): Steps<FormsById<'CLAIM'>> {
    const related = yield* relations.of(ids)
    return formsOf(yield* rows.of(ids), (row, id) => ({
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
  return { expect, read }
}

function statementForms(engine: Engine): FormReader<WrittenForm<'STATEMENT'>> {
  const rows = new RowsOf(engine, 'statement', 'id')
  const abouts = new RowsOf(engine, 'statement_about', 'statement_id', ['entity_id'])
  const expect = (ids: string) => {
    abouts.expect(ids)
    rows.expect(ids)
  }
  const read = function* (ids: string): Steps<FormsById<'STATEMENT'>> {
    const about = yield* abouts.of(ids)
    return formsOf(yield* rows.of(ids), (row, id) => ({
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
  return { expect, read }
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

function assessmentForms(engine: Engine): FormReader<WrittenForm<'ASSESSMENT'>> {
  const rows = new RowsOf(engine, 'assessment', 'id')
  const read = function* (ids: string): Steps<FormsById<'ASSESSMENT'>> {
    return formsOf(yield* rows.of(ids), (row) => ({
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
  return { expect: (ids) => rows.expect(ids), read }
}
