import { type RawBuilder, sql } from 'kysely'
import type { SqlPart } from '../../sql/build.ts'
import { keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { type ChangeKind, nodeTypes } from '../../values/vocabulary.ts'

/** The revision that created a node: that of the run of keys in which its own lies. */
export const creationOf = (type: SqlPart, key: SqlPart): RawBuilder<number | null> => sql`(
  select case when last_id >= ${key} then revision_id end from creation
  where type = ${type} and first_id <= ${key} order by first_id desc limit 1)`

const kindWord = (word: ChangeKind) => sql.lit(word)

/** 1 where the node of a row `ch` of `change` is there now, else null. */
const isThereNow = sql`case ${sql.join(
  keyTables.map((table) => {
    const types = nodeTypes.filter((type) => nodeKinds[type].keyTable === table)
    return sql`when ch.type in (${sql.join(types.map((type) => sql.lit(type)))})
      then (select 1 from ${sql.table(table)} where id = ch.node_id)`
  }),
  sql` `,
)} end`

/** 1 where the node was there after the change `ch`, which is before its next change; else 0. */
const isThereAfter = sql`coalesce(
  (select case when later.before is null then 0 else 1 end from change later
    where later.type = ch.type and later.node_id = ch.node_id and later.revision_id > ch.revision_id
    order by later.revision_id limit 1),
  ${isThereNow}, 0)`

/** Whether a row `r` of `revision` does one thing, or takes back the other. */
const does = (
  action: string,
  undone: string,
) => sql`(r.action = ${sql.lit(action)} or (r.action = 'UNDO' and exists (
  select 1 from revision undone where undone.id = r.undoes_id and undone.action = ${sql.lit(undone)})))`

/** What became of the node in a row `ch` of `change` by its revision `r`. */
export const kindOfChange: RawBuilder<ChangeKind> = sql`case
  when ch.before is null then case when ${does('UNMERGE', 'MERGE')} then ${kindWord('UNMERGED')} else ${kindWord('CREATED')} end
  when ${isThereAfter} = 0 then case when ${does('MERGE', 'UNMERGE')} then ${kindWord('MERGED')} else ${kindWord('REMOVED')} end
  else ${kindWord('UPDATED')} end`
