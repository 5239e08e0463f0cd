import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, slot } from '../../sql/build.ts'
import { eachTuple, listed, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List, type Selection } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Where } from '../../sql/where.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import type { NodeType, UserRole } from '../../values/vocabulary.ts'
import { creationOf } from './change-rows.ts'

const revisionColumns = (revisions: Query) =>
  revisions.select([
    'r.id as id',
    'r.at as at',
    'r.by_id as byId',
    'r.action as action',
    'r.note as note',
    'r.undoes_id as undoesId',
  ])

export type RevisionRecord = RowOf<typeof revisionColumns>

export interface RevisionFilter {
  /** A user's key; 0 for what nobody with a name did. */
  readonly by: number | null
  readonly of: NodeId | null
  /** Only what came later than this one. */
  readonly since: number | null
}

export const revisionOrder = {
  name: 'REVISION',
  key: null,
  id: 'r.id',
  direction: 'desc',
} satisfies Order

/** A user as a revision names one, also one who has been removed. */
interface RevisionAuthor {
  readonly id: number
  readonly name: string
  readonly role: UserRole
}

/** Reads revisions: all of them, some of them, and the last one of each node. */
export class RevisionStore {
  readonly #list: List<RevisionRecord>
  readonly #byIds: Prepared<RevisionRecord>
  readonly #undoing: Prepared<RevisionRecord>
  readonly #after: Prepared<RevisionRecord>
  readonly #last: Prepared<RevisionRecord>
  readonly #lastOf: Prepared<RevisionRecord & { type: NodeType; key: number }>
  readonly #authors: Prepared<RevisionAuthor>

  constructor(engine: Engine) {
    const revisions: Query = build.selectFrom('revision as r')
    const record = revisionColumns(revisions)
    this.#list = new List(engine, {
      beside: (parents) => parents.crossJoin('revision as r'),
      id: 'r.id',
      record: revisionColumns,
    })
    this.#byIds = engine.prepare(record.where('r.id', 'in', listed('ids')))
    this.#undoing = engine.prepare(record.where('r.undoes_id', 'in', listed('ids')))
    this.#after = engine.prepare(
      record.where('r.id', '>', slot<number>('since')).orderBy('r.id').limit(upTo('most')),
    )
    this.#last = engine.prepare(record.orderBy('r.id', 'desc').limit(1))
    this.#lastOf = engine.prepare(lastRevisions)
    this.#authors = engine.prepare(
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

  authors(ids: readonly number[]): Answer<RevisionAuthor[]> {
    return this.#authors.all({ ids: JSON.stringify(ids) })
  }

  /** The latest first. */
  page(filter: RevisionFilter, page: PageRequest): Answer<RevisionRecord[]> {
    return this.#list.page(selectRevisions(filter), revisionOrder, page)
  }

  count(filter: RevisionFilter): Answer<number> {
    return this.#list.count(selectRevisions(filter))
  }

  /** Those that came after this one, the earliest first, so many at most. */
  after(since: number, most: number): Answer<RevisionRecord[]> {
    return this.#after.all({ since, most })
  }

  /** The last revision of all, if there is any. */
  latest(): Answer<RevisionRecord | undefined> {
    return this.#last.get()
  }

  /** The number of the last revision; 0 where there is none. */
  last(): Answer<number> {
    return mapAnswer(this.latest(), (revision) => revision?.id ?? 0)
  }

  /** The revision that changed each node last, by the node's id. */
  lastOf(nodes: readonly NodeId[]): Answer<Map<string, RevisionRecord>> {
    const rows = this.#lastOf.all({ nodes: JSON.stringify(nodes.map(({ type, key }) => [type, key])) })
    return mapAnswer(rows, (found) => new Map(found.map((row) => [formatId(row.type, row.key), row])))
  }
}

/** A change of a node comes after its creation, so that the last change is looked for first. */
const lastRevisions = sql<RevisionRecord & { type: NodeType; key: number }>`
  select n.type as type, n.key as key, r.id as id, r.at as at, r.by_id as "byId", r.action as action, r.note as note,
    r.undoes_id as "undoesId"
  from ${eachTuple('nodes', { type: 'text', key: 'number' })} n
  join revision r on r.id = coalesce(
    (select max(revision_id) from change where type = n.type and node_id = n.key),
    ${creationOf(sql`n.type`, sql`n.key`)})`

function selectRevisions({ by, of, since }: RevisionFilter): Selection {
  const where = new Where()
    .only('nobody', by === 0, () => sql`r.by_id is null`)
    .value('by', by || null, (user) => sql`r.by_id = ${user}`)
    .value('since', since, (last) => sql`r.id > ${last}`)
    .value(
      'ofType',
      of?.type,
      (type) => sql`r.id in (
      select revision_id from change where type = ${type} and node_id = ${slot('ofKey')}
      union all select ${creationOf(type, slot('ofKey'))})`,
    )
  return {
    shape: where.shape,
    values: { ...where.values, ofKey: of?.key ?? null },
    id: 'r.id',
    rows: () => where.applied(build.selectFrom('revision as r')),
  }
}
