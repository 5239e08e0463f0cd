import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateEngine } from '../../sql/engine.ts'
import { type FindingCounts, rowText } from '../../sql/finding.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import { isEntityType, nodeKinds } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { type GraphRule, noteBroken } from './rules.ts'

/** How many changes are read at a time: each has a whole node in it. */
const PAGE = 1000

/** The nodes of a kind, by their keys. */
const nodesOf = (type: NodeType): RawBuilder<unknown> => {
  const { keyTable } = nodeKinds[type]
  return isEntityType(type)
    ? sql`(select id from entity where kind = ${sql.lit(type)})`
    : sql`(select id from ${sql.table(keyTable)})`
}

/** The last key of the run that a key may lie in: that with the greatest first key up to it. */
const lastKey = (type: RawBuilder<unknown>, key: string) => sql`(
  select last_id from creation where type = ${type} and first_id <= ${sql.ref(key)} order by first_id desc limit 1)`

const nodeRules = nodeTypes.map(
  (type): GraphRule => ({
    table: nodeKinds[type].keyTable,
    what: `has nodes of type ${type} that no revision created`,
    broken: sql`select n.id as id from ${nodesOf(type)} n
    where coalesce(${lastKey(sql.lit(type), 'n.id')}, 0) < n.id`,
  }),
)

const keyTableOf = sql`case ${sql.join(
  nodeTypes.map((type) => sql`when type = ${sql.lit(type)} then ${sql.lit(nodeKinds[type].keyTable)}`),
  sql` `,
)} end`

const rules: readonly GraphRule[] = [
  ...nodeRules,
  {
    table: 'creation',
    what: 'has runs that overlap',
    broken: sql`select type, first_id from (
        select type, first_id,
          max(last_id) over (partition by ${keyTableOf} order by first_id
            rows between unbounded preceding and 1 preceding) as before
        from creation
      ) runs where before >= first_id`,
  },
  {
    table: 'change',
    what: 'is of nodes that no earlier revision created',
    broken: sql`select type, node_id, revision_id from change c
      where coalesce(${lastKey(sql`c.type`, 'c.node_id')}, 0) < node_id
        or (select revision_id from creation r where r.type = c.type and r.first_id <= c.node_id
          order by r.first_id desc limit 1) >= c.revision_id`,
  },
  {
    table: 'change',
    what: 'brings back nodes that were not removed',
    broken: sql`select type, node_id, revision_id from (
        select type, node_id, revision_id, before,
          lag(before) over (partition by type, node_id order by revision_id) as earlier
        from change
      ) changes where before is null and earlier is null`,
  },
  {
    table: 'revision',
    what: 'is earlier than the one before it',
    broken: sql`select id, at from (select id, at, lag(at) over (order by id) as previous from revision) r
      where at < previous`,
  },
  {
    table: 'revision',
    what: 'has changed nothing',
    broken: sql`select id, action from revision r
      where not exists (select 1 from creation c where c.revision_id = r.id)
        and not exists (select 1 from change c where c.revision_id = r.id)`,
  },
]

/** Compares the journal with the graph: what is there was made by a revision, and what was made is there or was removed. */
export function noteJournal(engine: ImmediateEngine, counts: FindingCounts): void {
  noteBroken(engine, counts, rules)
  noteGone(engine, counts)
  noteForms(engine, counts)
}

/** Keys that were given and have no node: the last change of each must have had one before it. */
function noteGone(engine: ImmediateEngine, counts: FindingCounts): void {
  for (const type of nodeTypes) {
    const runs = engine.prepare<{ first: number; last: number }>(
      sql`select first_id as first, last_id as last from creation c where type = ${sql.lit(type)}
        and last_id - first_id + 1 > (
          select count(*) from ${nodesOf(type)} n where n.id between c.first_id and c.last_id)`,
    )
    const present = engine.prepare<{ id: number }>(
      sql`select n.id as id from ${nodesOf(type)} n where n.id between ${slot('first')} and ${slot('last')}`,
    )
    const removal = engine.prepare<{ before: string | null }>(
      sql`select before from change where type = ${sql.lit(type)} and node_id = ${slot('id')}
        order by revision_id desc limit 1`,
    )
    for (const { first, last } of runs.all()) {
      const ids = new Set(present.all({ first, last }).map(({ id }) => id))
      for (let id = first; id <= last; id++)
        if (!ids.has(id) && (removal.get({ id })?.before ?? null) === null)
          counts.note('change', 'lacks the removal of nodes that are gone', rowText({ type, id }))
    }
  }
}

/** What was before a change is a node in its written form. */
function noteForms(engine: ImmediateEngine, counts: FindingCounts): void {
  const page = engine.prepare<{ type: NodeType; node_id: number; revision_id: number; before: string }>(
    sql`select type, node_id, revision_id, before from change
      where (type, node_id, revision_id) > (${slot('type')}, ${slot('node')}, ${slot('revision')})
        and before is not null
      order by type, node_id, revision_id limit ${sql.lit(PAGE)}`,
  )
  let after = { type: '', node: 0, revision: 0 }
  for (;;) {
    const rows = page.all(after)
    for (const { before, ...key } of rows)
      if (!isForm(before)) counts.note('change', 'has a before that is no JSON of a node', rowText(key))
    const last = rows.at(-1)
    if (!last) return
    after = { type: last.type, node: last.node_id, revision: last.revision_id }
  }
}

function isForm(text: string): boolean {
  try {
    return isObjectLike(JSON.parse(text))
  } catch {
    return false
  }
}
