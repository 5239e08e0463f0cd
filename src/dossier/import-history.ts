import { sql } from 'kysely'
import { noteJournal } from '../model/check/journal.ts'
import { typeIn } from '../model/nodes/type-in.ts'
import { slot } from '../sql/build.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { FindingCounts } from '../sql/finding.ts'
import { UserError } from '../values/errors.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'
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
  requireFitting(engine)
  const made = sql<{
    type: NodeType
    last: number
  }>`select type, max(last_id) as last from creation group by type`
  for (const { type, last } of engine.prepare(made).all())
    engine.beginIdsAfter(nodeKinds[type].keyTable, last)
}

/** How many ids of a kind were given by the history, and how many of them the graph and the history know of. */
const idsOfType = (type: NodeType) => {
  const table = nodeKinds[type].keyTable
  return sql<{ given: number; known: number }>`select
    coalesce((select sum(last_id - first_id + 1) from creation where type = ${sql.lit(type)}), 0) as given,
    (select count(*) from ${sql.table(table)} where ${typeIn(table)} = ${sql.lit(type)})
      + (select count(distinct node_id) from change where type = ${sql.lit(type)}) as known`
}

/** A history may have been written by hand: it has to tell of the nodes that are there, and of no others. */
function requireFitting(engine: ImmediateEngine): void {
  for (const type of nodeTypes) {
    const { given = 0, known = 0 } = engine.prepare(idsOfType(type)).get() ?? {}
    if (given > known)
      throw new UserError(
        `${DOES_NOT_FIT}: it has made ${given} nodes of type ${type}, and knows of ${known}.`,
      )
  }
  const counts = new FindingCounts()
  noteJournal(engine, counts)
  const [first] = counts.all()
  if (first)
    throw new UserError(
      `${DOES_NOT_FIT}: ${first.where} ${first.what}, such as ${first.examples.join('; ')}.`,
    )
}

const DOES_NOT_FIT = 'The history does not fit the nodes of the dossier, and nothing was imported'
