import { sql } from 'kysely'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { UserError } from '../values/errors.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import type { HistoryRows } from './history-rows.ts'
import { columnsOf, historyTableNames } from './history-tables.ts'

/** Only a graph without a history of its own takes one: revisions and ids would be given twice. */
export function requireNoHistory(engine: ImmediateEngine): void {
  const found = engine
    .prepare(sql`select 1 from revision union all select 1 from ${sql.table('user')} limit 1`)
    .get()
  if (found !== undefined)
    throw new UserError(
      'The dossier has a history, and the graph has one already: import it into a new graph, or export it without --history.',
    )
}

/** Writes the rows of a history, of which the nodes are there. What is made from then on gets later ids. */
export function putHistory(engine: ImmediateEngine, history: HistoryRows): void {
  for (const table of historyTableNames) {
    const columns = columnsOf(table)
    const insert =
      engine.command(sql`insert into ${sql.table(table)} (${sql.join(columns.map((one) => sql.ref(one)))})
      values (${sql.join(columns.map((one) => slot(one)))})`)
    for (const row of history.rows(table)) insert.run(row)
  }
  const made = sql<{
    type: NodeType
    last: number
  }>`select type, max(last_id) as last from creation group by type`
  for (const { type, last } of engine.prepare(made).all())
    engine.beginIdsAfter(nodeKinds[type].keyTable, last)
}
