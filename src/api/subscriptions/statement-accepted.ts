import type { Graph } from '../../model/graph.ts'
import { type ChangeRecord, changeCursor } from '../../model/history/change-store.ts'
import type { RevisionRecord } from '../../model/history/revision-store.ts'
import type { StatementFilter } from '../../model/statement/filter.ts'
import type { StatementRecord } from '../../model/statement/store.ts'
import type { Cursor } from '../../sql/cursor.ts'
import type { PageRequest } from '../../sql/page.ts'
import { builder } from '../kit/builder.ts'
import { statementFilterText } from '../kit/descriptions.ts'
import { Revision } from '../types/revision.ts'
import { Statement } from '../types/statement.ts'
import { StatementFilterInput, statementFilter } from '../types/statement-filter.ts'
import { listen, sinceArg, Telling } from './listening.ts'

/** So many changes of a revision are looked at together. */
const AT_ONCE = 200

interface AcceptedRecord {
  readonly statement: StatementRecord
  readonly revision: RevisionRecord
}

const AcceptedStatement = builder.objectRef<AcceptedRecord>('AcceptedStatement').implement({
  description: 'A statement that came to be accepted.',
  fields: (t) => ({
    statement: t.field({
      type: Statement,
      description: 'The statement as it is now.',
      resolve: ({ statement }) => statement,
    }),
    revision: t.field({
      type: Revision,
      description:
        'The revision in which it came to be accepted: hand it back as since once all of its statements came.',
      resolve: ({ revision }) => revision,
    }),
  }),
})

builder.subscriptionField('statementAccepted', (t) =>
  t.field({
    type: AcceptedStatement,
    description:
      'Every statement that comes to be accepted and that the filter keeps, in the order of the revisions, and those of one ' +
      'revision in the order in which they were written down.',
    args: {
      filter: t.arg({ type: StatementFilterInput, description: statementFilterText }),
      ...sinceArg,
    },
    subscribe: async (_, { filter: input, since }, context) => {
      const filter = await statementFilter(input, context)
      return new Telling(await listen(context, since), (revision) =>
        acceptedIn(context.graph, revision, filter),
      )
    },
    resolve: (accepted) => accepted,
  }),
)

/** The statements are the last kind of node among a revision's changes. */
const beforeStatements: Cursor = { key: 'STATEMENT', id: 0 }

async function* acceptedIn(
  graph: Graph,
  revision: RevisionRecord,
  filter: StatementFilter,
): AsyncGenerator<readonly AcceptedRecord[]> {
  let after: Cursor | null = beforeStatements
  while (after) {
    const page: PageRequest = { size: AT_ONCE, backwards: false, after, before: null }
    const found: readonly ChangeRecord[] =
      (await graph.changes.ofRevisions([revision.id], page)).get(revision.id) ?? []
    const changes = found.slice(0, AT_ONCE)
    const statements = await graph.statements.keptAmong(await acceptedKeys(graph, changes), filter)
    // Each is told alone, and is the first of a batch.
    yield statements.map((statement) => ({ statement, revision: { ...revision } })).sort(byKey)
    const last = changes.at(-1)
    after = last && found.length > AT_ONCE ? changeCursor(last) : null
  }
}

const byKey = (a: AcceptedRecord, b: AcceptedRecord) => a.statement.id - b.statement.id

/** Those that are accepted after a change, and were not before. */
async function acceptedKeys(graph: Graph, changes: readonly ChangeRecord[]): Promise<number[]> {
  const differences = await graph.fieldChanges.of(changes)
  const isAccepted = (change: ChangeRecord) =>
    differences.get(change)?.some(({ path, after }) => path === 'review' && after === '"ACCEPTED"')
  return changes.filter(isAccepted).map(({ key }) => key)
}
