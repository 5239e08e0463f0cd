import { type Answer, allAnswers, mapAnswer } from '../sql/engine.ts'
import type { NodeId } from '../values/id.ts'
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
    const keys = (...types: string[]) => [
      ...new Set(ids.filter(({ type }) => types.includes(type)).map(({ key }) => key)),
    ]
    const { entities, sources, claims, statements, assessments } = this.#stores
    const wanted = keys('ACTOR', 'PLACE', 'EVENT')
    const load = <R extends AnyRecord>(
      found: readonly number[],
      byIds: (keys: readonly number[]) => Answer<R[]>,
    ): Answer<AnyRecord[]> => (found.length > 0 ? byIds(found) : [])
    const found = allAnswers([
      load(wanted, (them) => entities.byIds(them)),
      load(keys('SOURCE'), (them) => sources.byIds(them)),
      load(keys('CLAIM'), (them) => claims.byIds(them)),
      load(keys('STATEMENT'), (them) => statements.byIds(them)),
      load(keys('ASSESSMENT'), (them) => assessments.byIds(them)),
    ])
    return mapAnswer(found, (kinds) => kinds.flat())
  }
}
