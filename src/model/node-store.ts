import { type Answer, allAnswers, mapAnswer } from '../sql/engine.ts'
import type { NodeId } from '../values/id.ts'
import { type KeyTable, nodeKinds } from '../values/node-kinds.ts'
import type { AssessmentRecord, AssessmentStore } from './assessment/store.ts'
import type { ClaimRecord, ClaimStore } from './claim/store.ts'
import type { EntityRecord, EntityStore } from './entity/store.ts'
import type { SourceRecord, SourceStore } from './source/store.ts'
import type { StatementRecord, StatementStore } from './statement/store.ts'

export type AnyRecord = EntityRecord | SourceRecord | ClaimRecord | StatementRecord | AssessmentRecord

interface Stores {
  readonly entities: EntityStore
  readonly sources: SourceStore
  readonly claims: ClaimStore
  readonly statements: StatementStore
  readonly assessments: AssessmentStore
}

/** Nodes of any kind, mixed: one statement for each kind among them. */
export class NodeStore {
  readonly #stores: Stores

  constructor(stores: Stores) {
    this.#stores = stores
  }

  byIds(ids: readonly NodeId[]): Answer<AnyRecord[]> {
    const keys = (table: KeyTable) => [
      ...new Set(ids.filter(({ type }) => nodeKinds[type].keyTable === table).map(({ key }) => key)),
    ]
    const { entities, sources, claims, statements, assessments } = this.#stores
    const load = <R extends AnyRecord>(
      found: readonly number[],
      byIds: (keys: readonly number[]) => Answer<R[]>,
    ): Answer<AnyRecord[]> => (found.length > 0 ? byIds(found) : [])
    const found = allAnswers([
      load(keys('entity'), (them) => entities.byIds(them)),
      load(keys('source'), (them) => sources.byIds(them)),
      load(keys('claim'), (them) => claims.byIds(them)),
      load(keys('statement'), (them) => statements.byIds(them)),
      load(keys('assessment'), (them) => assessments.byIds(them)),
    ])
    return mapAnswer(found, (kinds) => kinds.flat())
  }
}
