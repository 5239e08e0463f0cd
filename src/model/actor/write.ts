import type { ImmediateEngine } from '../../sql/engine.ts'
import {
  combined,
  type ExpectedRow,
  type Outcome,
  OwnedRows,
  type Upserted,
  UpsertTable,
} from '../../sql/upsert.ts'
import { titleWordOf } from '../../text/key-word.ts'
import type { ActorType, AffiliationRole, OrganizationKind, Reliability } from '../../values/vocabulary.ts'
import { type EntityDraft, EntityWriter } from '../entity/write.ts'
import { dateColumns, type Fault, faultsOf, refuse } from '../nodes/fault.ts'
import type { NodeChanges } from '../nodes/node-changes.ts'

export interface ActorDraft extends EntityDraft {
  readonly type: ActorType
  readonly iso3166?: string | undefined
  readonly kind?: OrganizationKind | undefined
  readonly allegiance?: number | undefined
  readonly reliability?: Reliability | undefined
}

export interface AffiliationDraft {
  readonly organization: number
  readonly role: AffiliationRole
  readonly title?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

interface ActorShape {
  readonly type?: unknown
  readonly iso3166?: unknown
  readonly kind?: unknown
  readonly allegiance?: unknown
  readonly reliability?: unknown
  readonly unnamed?: unknown
  readonly labels?: unknown
}

/** Rules across an actor's fields. */
export const actorFaults = (actor: ActorShape): Fault[] =>
  faultsOf(
    [
      'kind',
      actor.type === 'ORGANIZATION' && actor.kind === undefined,
      'is missing: an ORGANIZATION has a kind, such as GOVERNMENT_BODY',
    ],
    [
      'kind',
      actor.type !== 'ORGANIZATION' && actor.kind !== undefined,
      'belongs to actors of type ORGANIZATION only',
    ],
    [
      'iso3166',
      actor.type !== 'STATE' && actor.iso3166 !== undefined,
      'belongs to actors of type STATE only',
    ],
    [
      'allegiance',
      actor.type !== 'ARMED_GROUP' && actor.allegiance !== undefined,
      'belongs to actors of type ARMED_GROUP only',
    ],
    [
      'reliability',
      actor.type !== 'MEDIA_OUTLET' && actor.reliability !== undefined,
      'belongs to actors of type MEDIA_OUTLET only',
    ],
    [
      'labels',
      actor.unnamed === true && actor.labels !== undefined,
      'are the names of an actor that has none: it is unnamed',
    ],
  )

export class ActorWriter {
  readonly #entities: EntityWriter
  readonly #rows: UpsertTable<'actor'>
  readonly #affiliations: OwnedRows<'affiliation', 'actor_id'>

  constructor(engine: ImmediateEngine, changes: NodeChanges) {
    const touch = (id: number) => changes.touch('ACTOR', id)
    this.#entities = new EntityWriter(engine, 'ACTOR', changes)
    this.#rows = new UpsertTable(engine, 'actor', 'id', touch)
    this.#affiliations = new OwnedRows(engine, 'affiliation', 'actor_id', touch, 'id')
  }

  /** Tells which actors are put next, so that what is known of them is read together. */
  expect(drafts: readonly ExpectedRow[]): void {
    this.#entities.expect(drafts)
  }

  /** Writes the actor; its affiliations stay as they are until `affiliate` is called, when all actors are there. */
  put(draft: ActorDraft): Upserted {
    refuse(actorFaults(draft))
    const { id, outcome } = this.#entities.put(draft, draft.type === 'PERSON')
    const row = this.#rows.upsert(outcome === 'created' ? null : id, {
      id,
      type: draft.type,
      iso3166: draft.iso3166 ?? null,
      kind: draft.kind ?? null,
      allegiance_id: draft.allegiance ?? null,
      reliability: draft.reliability ?? null,
    })
    return { id, outcome: combined(outcome, row.outcome) }
  }

  /** Makes these the actor's affiliations, and no others. */
  affiliate(actor: Upserted, affiliations: readonly AffiliationDraft[]): Outcome {
    return this.#affiliations.upsert(actor, affiliations.map(affiliationRow))
  }
}

function affiliationRow({ organization, role, title, from, until }: AffiliationDraft) {
  const [since, to] = [dateColumns(from, 'from'), dateColumns(until, 'until')]
  return {
    organization_id: organization,
    role,
    title: title ?? null,
    title_word: title === undefined ? null : titleWordOf(title),
    from_edtf: since.edtf,
    from_earliest: since.earliest,
    from_latest: since.latest,
    until_edtf: to.edtf,
    until_earliest: to.earliest,
    until_latest: to.latest,
  }
}
