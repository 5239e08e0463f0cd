import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { Cursor } from '../../sql/cursor.ts'
import { collected, each, eachTuple, listed, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { PageRequest } from '../../sql/page.ts'
import { UserError } from '../../values/errors.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { type ChangeKind, changeKinds, type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { creationOf, kindOfChange } from './change-rows.ts'

/** What a revision did to a node. */
export interface ChangeRecord {
  readonly type: NodeType
  /** The node's key. */
  readonly key: number
  readonly revisionId: number
  readonly kind: ChangeKind
}

/** Where a change stands among those of its revision: by kind of node and by key. */
export const changeCursor = ({ type, key }: ChangeRecord): Cursor => ({ key: type, id: key })
/** Where a change stands in the history of its node. */
export const historyCursor = ({ revisionId }: ChangeRecord): Cursor => ({ key: null, id: revisionId })

interface ListedChanges {
  readonly revision: number
  /** JSON lists of texts: `ACTOR 17 UPDATED`, and `ACTOR 18 1018` for a run of new nodes. */
  readonly changes: string
  readonly runs: string
}

interface ListedHistory {
  readonly type: NodeType
  readonly key: number
  /** A JSON list of texts: `12 UPDATED`. */
  readonly changes: string
}

/** Reads what revisions did to nodes. */
export class ChangeStore {
  readonly #changes: Prepared<ListedChanges>
  readonly #changeCounts: Prepared<{ revision: number; count: number }>
  readonly #history: Prepared<ListedHistory>
  readonly #historyCounts: Prepared<{ type: NodeType; key: number; count: number }>
  readonly #changesTypes: Prepared<{ found: number }>
  readonly #changesNode: Prepared<{ found: number }>

  constructor(engine: Engine) {
    this.#changes = engine.prepare(changesOfEach)
    this.#changeCounts = engine.prepare(changeCounts)
    this.#history = engine.prepare(historyOfEach)
    this.#historyCounts = engine.prepare(historyCounts)
    this.#changesTypes = engine.prepare(changesTypes)
    this.#changesNode = engine.prepare(changesNode)
  }

  /** What each of these revisions changed, by kind and key: no more of a long run of new nodes than the page has. */
  ofRevisions(revisions: readonly number[], page: PageRequest): Answer<Map<number, ChangeRecord[]>> {
    const after = { type: String(page.after?.key ?? ''), key: cursorKey(page.after, 0) }
    const rows = this.#changes.all({
      revisions: JSON.stringify(revisions),
      afterType: after.type,
      afterKey: after.key,
      limit: page.size + 1,
    })
    return mapAnswer(
      rows,
      (found) =>
        new Map(
          found.map(({ revision, changes, runs }) => [
            revision,
            inOrder([
              ...textsIn(changes).map(changeIn(revision)),
              ...newNodes(textsIn(runs), revision, after, page.size + 1),
            ]).slice(0, page.size + 1),
          ]),
        ),
    )
  }

  countsOfRevisions(revisions: readonly number[]): Answer<Map<number, number>> {
    return mapAnswer(
      this.#changeCounts.all({ revisions: JSON.stringify(revisions) }),
      (found) => new Map(found.map(({ revision, count }) => [revision, count])),
    )
  }

  /** What became of each of these nodes, the latest first, by the node's id. */
  ofNodes(nodes: readonly NodeId[], page: PageRequest): Answer<Map<string, ChangeRecord[]>> {
    const rows = this.#history.all({
      nodes: tuplesOf(nodes),
      before: cursorKey(page.after, Number.MAX_SAFE_INTEGER),
      limit: page.size + 1,
    })
    return mapAnswer(
      rows,
      (found) =>
        new Map(
          found.map(({ type, key, changes }) => [
            formatId(type, key),
            textsIn(changes)
              .map(historicIn({ type, key }))
              .sort((a, b) => b.revisionId - a.revisionId)
              .slice(0, page.size + 1),
          ]),
        ),
    )
  }

  countsOfNodes(nodes: readonly NodeId[]): Answer<Map<string, number>> {
    return mapAnswer(
      this.#historyCounts.all({ nodes: tuplesOf(nodes) }),
      (found) => new Map(found.map(({ type, key, count }) => [formatId(type, key), count])),
    )
  }

  /** Whether a revision changed any node of one of these kinds. */
  hasTypes(revision: number, types: readonly NodeType[]): Answer<boolean> {
    const rows = this.#changesTypes.get({ revision, types: JSON.stringify(types) })
    return mapAnswer(rows, (found) => found !== undefined)
  }

  /** Whether a revision changed this node. */
  hasNode(revision: number, { type, key }: NodeId): Answer<boolean> {
    return mapAnswer(this.#changesNode.get({ revision, type, key }), (found) => found !== undefined)
  }
}

const tuplesOf = (nodes: readonly NodeId[]) => JSON.stringify(nodes.map(({ type, key }) => [type, key]))

/** The number in a cursor, or another where there is none. */
function cursorKey(cursor: Cursor | null, otherwise: number): number {
  const key = cursor ? cursor.id : otherwise
  if (typeof key === 'number') return key
  throw new UserError('after is not a cursor of this list: pass one that it gave you.', ['after'])
}

const typeOf = (word: string | undefined): NodeType => wordAmong(nodeTypes, word)

function wordAmong<Word extends string>(words: readonly Word[], word: string | undefined): Word {
  const found = words.find((one) => one === word)
  if (found) return found
  throw new Error(`The journal has the word ${word}.`)
}

/** A collected list of texts, each taken apart at its spaces. */
function textsIn(list: string): string[][] {
  const texts: readonly unknown[] = JSON.parse(list)
  return texts.map((text) => String(text).split(' '))
}

const changeIn =
  (revisionId: number) =>
  ([type, key, kind]: readonly string[]): ChangeRecord => ({
    type: typeOf(type),
    key: Number(key),
    revisionId,
    kind: wordAmong(changeKinds, kind),
  })

const historicIn =
  ({ type, key }: NodeId) =>
  ([revision, kind]: readonly string[]): ChangeRecord => ({
    type,
    key,
    revisionId: Number(revision),
    kind: wordAmong(changeKinds, kind),
  })

/** The first new nodes in runs of keys that come after a place: a run of a million is not written out. */
function newNodes(
  runs: readonly (readonly string[])[],
  revisionId: number,
  after: { readonly type: string; readonly key: number },
  most: number,
): ChangeRecord[] {
  return runs.flatMap(([word, first, last]) => {
    const type = typeOf(word)
    const from = Math.max(Number(first), type === after.type ? after.key + 1 : 0)
    const length = Math.min(most, Math.max(0, Number(last) - from + 1))
    return Array.from({ length }, (_, place) => ({
      type,
      key: from + place,
      revisionId,
      kind: 'CREATED' as const,
    }))
  })
}

const inOrder = (changes: ChangeRecord[]): ChangeRecord[] =>
  changes.sort((a, b) => (a.type === b.type ? a.key - b.key : a.type < b.type ? -1 : 1))

const [afterType, afterKey] = [slot<string>('afterType'), slot<number>('afterKey')]

const changesOfEach: RawBuilder<ListedChanges> = sql`
  select p.value as revision,
    ${collected(
      'item',
      sql`select ch.type || ' ' || ch.node_id || ' ' || ${kindOfChange} as item
        from change ch join revision r on r.id = ch.revision_id
        where ch.revision_id = p.value and (ch.type, ch.node_id) > (${afterType}, ${afterKey})
        order by ch.type, ch.node_id limit ${upTo('limit')}`,
    )} as changes,
    ${collected(
      'item',
      sql`select type || ' ' || first_id || ' ' || last_id as item from creation
        where revision_id = p.value and type >= ${afterType} and (type > ${afterType} or last_id > ${afterKey})
        order by type, first_id limit ${upTo('limit')}`,
    )} as runs
  from ${each('revisions')} p`

const changeCounts: RawBuilder<{ revision: number; count: number }> = sql`
  select p.value as revision, (select count(*) from change where revision_id = p.value)
    + coalesce((select sum(last_id - first_id + 1) from creation where revision_id = p.value), 0) as count
  from ${each('revisions')} p`

const asked = eachTuple('nodes', { type: 'text', key: 'number' })

const historyOfEach: RawBuilder<ListedHistory> = sql`
  select n.type as type, n.key as key, ${collected(
    'item',
    sql`select * from (
        select ch.revision_id || ' ' || ${kindOfChange} as item from change ch join revision r on r.id = ch.revision_id
        where ch.type = n.type and ch.node_id = n.key and ch.revision_id < ${slot('before')}
        order by ch.revision_id desc limit ${upTo('limit')}) changes
      union all
      select created || ' CREATED' from (select ${creationOf(sql`n.type`, sql`n.key`)} as created) creations
      where created < ${slot('before')}`,
  )} as changes
  from ${asked} n`

const historyCounts: RawBuilder<{ type: NodeType; key: number; count: number }> = sql`
  select n.type as type, n.key as key, (select count(*) from change where type = n.type and node_id = n.key)
    + case when ${creationOf(sql`n.type`, sql`n.key`)} is null then 0 else 1 end as count
  from ${asked} n`

const changesTypes: RawBuilder<{ found: number }> = sql`
  select 1 as found where ${sql.join(
    [sql`change`, sql`creation`].map(
      (table) => sql`exists (select 1 from ${table}
        where revision_id = ${slot('revision')} and type in ${listed('types', 'text')})`,
    ),
    sql` or `,
  )}`

const changesNode: RawBuilder<{ found: number }> = sql`
  select 1 as found where exists (select 1 from change
      where type = ${slot('type')} and node_id = ${slot('key')} and revision_id = ${slot('revision')})
    or ${creationOf(slot('type'), slot('key'))} = ${slot('revision')}`
