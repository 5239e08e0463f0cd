import { sql } from 'kysely'
import { typeIn } from '../model/nodes/type-in.ts'
import { slot } from '../sql/build.ts'
import { upTo } from '../sql/dialect.ts'
import { atOnce, type Engine } from '../sql/engine.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'
import { columnsOf, type HistoryTable, historyKeys, historyTableNames } from './history-tables.ts'

/** How many ids stand in a line, and how many rows are read at a time. */
const IDS = 500

/**
 * Writes the history of a graph as lines of a dossier: the id of each node, and the rows of the journal. A dossier with them
 * makes a graph with the same ids and the same history, which can be undone as before.
 */
export function exportHistory(engine: Engine, write: (text: string) => void): void {
  const line = (history: object) => write(`${JSON.stringify({ history })}\n`)
  for (const type of nodeTypes) for (const ids of idsOf(engine, type)) line({ type, ids })
  for (const table of historyTableNames) for (const row of rowsOf(engine, table)) line({ [table]: row })
}

function* idsOf(engine: Engine, type: NodeType): Generator<[number, string][]> {
  const table = nodeKinds[type].keyTable
  const query = engine.prepare(sql<{ id: number; slug: string }>`select id, slug from ${sql.table(table)}
    where ${typeIn(table)} = ${sql.lit(type)} and id > ${slot('after')} order by id limit ${upTo('limit')}`)
  for (let after = 0; ; ) {
    const rows = atOnce(query.all({ after, limit: IDS }))
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ id, slug }) => [id, slug])
    after = last.id
  }
}

/** What was changed is read revision by revision: there may be more of it than there is memory. */
function* rowsOf(engine: Engine, table: HistoryTable): Generator<object> {
  const columns = sql.join(columnsOf(table).map((column) => sql.ref(column)))
  const order = sql.join(historyKeys[table].map((column) => sql.ref(column)))
  const all = sql<object>`select ${columns} from ${sql.table(table)}`
  if (table !== 'change') {
    yield* atOnce(engine.prepare<object>(sql`${all} order by ${order}`).all())
    return
  }
  const ofRevision = engine.prepare<object>(
    sql`${all} where revision_id = ${slot('revision')} order by ${order}`,
  )
  const revisions = atOnce(engine.prepare<{ id: number }>(sql`select id from revision order by id`).all())
  for (const { id } of revisions) yield* atOnce(ofRevision.all({ revision: id }))
}
