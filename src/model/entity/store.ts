import { sql } from 'kysely'
import { build, slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import type { Query } from '../../sql/page.ts'
import type { EntityType } from '../../values/node-kinds.ts'

/**
 * Whatever a statement can be about: of a list of mixed kinds, what most questions ask. The rest is in the records of
 * the kinds, which are read where it is asked for: to carry all their columns side by side takes longer than to find
 * the rows.
 */
export interface EntityRecord {
  node: EntityType
  id: number
  slug: string
  name: string
  /** Of an actor, its type. */
  type?: string | null
}

export interface LabelRecord {
  id: number
  entityId: number
  lang: string
  text: string
  preferred: 0 | 1
}

export interface ExternalIdRecord {
  entityId: number
  scheme: string
  value: string
}

/** Which merged node brought a name or an identifier to the one that it was merged into. */
export interface NameOriginRecord {
  readonly entityId: number
  /** The language of a name, the catalogue of an identifier. */
  readonly scope: string
  readonly text: string
  readonly type: EntityType
  /** The key and the slug that the merged node had, and the revision that merged it. */
  readonly key: number
  readonly slug: string
  readonly revisionId: number
}

export const entityColumns = [
  'e.kind as node',
  'e.id as id',
  'e.slug as slug',
  'e.name as name',
  'ac.type as type',
] as const

/** What is the same for places, actors and events, and lists in which they are mixed. */
export class EntityStore {
  readonly #byIds: Prepared<EntityRecord>
  readonly #labels: Prepared<LabelRecord>
  readonly #links: Prepared<ExternalIdRecord>
  readonly #nameOrigins: Prepared<NameOriginRecord>

  constructor(engine: Engine) {
    const entities: Query = build
      .selectFrom('entity as e')
      .leftJoin('actor as ac', 'ac.id', 'e.id')
      .where('e.id', 'in', listed('ids'))
    this.#byIds = engine.prepare(entities.select(entityColumns))
    this.#labels = engine.prepare(
      build
        .selectFrom('label')
        .where('entity_id', 'in', listed('ids'))
        .select(['id', 'entity_id as entityId', 'lang', 'text', 'preferred']),
    )
    this.#links = engine.prepare(
      build
        .selectFrom('external_id')
        .where('entity_id', 'in', listed('ids'))
        .select(['entity_id as entityId', 'scheme', 'value']),
    )
    this.#nameOrigins = engine.prepare(sql`select n.entity_id as "entityId", n.scope as scope, n.text as text,
        r.type as type, r.from_id as key, r.slug as slug, r.revision_id as "revisionId"
      from name_origin n join redirect r on r.space = 'entity' and r.from_id = n.from_id
      where n.entity_id in ${listed('ids')} and n.kind = ${slot('kind')} order by r.revision_id, r.from_id`)
  }

  byIds(ids: readonly number[]): Answer<EntityRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** As they were written down. */
  labels(ids: readonly number[]): Answer<LabelRecord[]> {
    return sortAnswer(this.#labels.all({ ids: JSON.stringify(ids) }), (a, b) => a.id - b.id)
  }

  links(ids: readonly number[]): Answer<ExternalIdRecord[]> {
    return this.#links.all({ ids: JSON.stringify(ids) })
  }

  /** What merged nodes have brought to these entities, of their names or of their identifiers. */
  nameOrigins(ids: readonly number[], kind: 'LABEL' | 'LINK'): Answer<NameOriginRecord[]> {
    return this.#nameOrigins.all({ ids: JSON.stringify(ids), kind })
  }
}
