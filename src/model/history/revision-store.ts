import { build, slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import type { PageRequest } from '../../sql/page.ts'
import type { NodeId } from '../../values/id.ts'
import type { ChangeKind, NodeType, RevisionAction, UserRole } from '../../values/vocabulary.ts'

export interface RevisionRecord {
  readonly id: number
  readonly at: number
  readonly byId: number | null
  readonly action: RevisionAction
  readonly note: string | null
  readonly undoesId: number | null
}

/** What a revision did to a node. */
export interface ChangeRecord {
  readonly type: NodeType
  /** The node’s key. */
  readonly key: number
  readonly revisionId: number
  readonly kind: ChangeKind
}

export interface RevisionFilter {
  /** A user’s key, 0 for nobody. */
  readonly by: number | null
  readonly of: NodeId | null
  /** Only what came later. */
  readonly since: number | null
}

const revisionColumns = ['id', 'at', 'by_id as byId', 'action', 'note', 'undoes_id as undoesId'] as const

/** Reads the journal: the revisions, and what each of them changed. */
export class RevisionStore {
  readonly #byIds: Prepared<RevisionRecord>
  readonly #undoing: Prepared<RevisionRecord>
  readonly #users: Prepared<{ id: number; name: string; role: UserRole }>

  constructor(engine: Engine) {
    const revisions = build.selectFrom('revision').select(revisionColumns)
    this.#byIds = engine.prepare(revisions.where('id', 'in', listed('ids')))
    this.#undoing = engine.prepare(revisions.where('undoes_id', 'in', listed('ids')))
    this.#users = engine.prepare(
      build.selectFrom('user').where('id', 'in', listed('ids')).select(['id', 'name', 'role']),
    )
  }

  byIds(ids: readonly number[]): Answer<RevisionRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  /** What takes these back, the earliest first. */
  undoing(ids: readonly number[]): Answer<RevisionRecord[]> {
    return sortAnswer(this.#undoing.all({ ids: JSON.stringify(ids) }), (a, b) => a.id - b.id)
  }

  /** Those who did it, by their keys; also those who have been removed. */
  users(ids: readonly number[]): Answer<{ id: number; name: string; role: UserRole }[]> {
    return this.#users.all({ ids: JSON.stringify(ids) })
  }

  page(filter: RevisionFilter, page: PageRequest): Answer<RevisionRecord[]> {
    throw new Error('x')
  }
  count(filter: RevisionFilter): Answer<number> {
    throw new Error('x')
  }
  lastOf(nodes: readonly NodeId[]): Answer<Map<string, RevisionRecord>> {
    throw new Error('x')
  }
  changes(revisions: readonly number[], page: PageRequest): Answer<Map<number, ChangeRecord[]>> {
    throw new Error('x')
  }
  changeCounts(revisions: readonly number[]): Answer<Map<number, number>> {
    throw new Error('x')
  }
  history(nodes: readonly NodeId[], page: PageRequest): Answer<Map<string, ChangeRecord[]>> {
    throw new Error('x')
  }
  historyCounts(nodes: readonly NodeId[]): Answer<Map<string, number>> {
    throw new Error('x')
  }
}
