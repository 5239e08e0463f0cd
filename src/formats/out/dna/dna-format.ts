import { type RawBuilder, sql } from 'kysely'
import { listed } from '../../../sql/dialect.ts'
import type { FileFormat } from '../export-format.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import { type NodeWith, nodesWith, RowsByKey } from '../tables/rows-by-key.ts'
import { TallyCounter } from '../tally.ts'
import { dnaTime } from './dna-time.ts'
import { principalCells, TypesOfActors } from './principal-cells.ts'

const heads = [
  ...['statement ID', 'time', 'document ID', 'document title', 'author', 'source', 'section', 'type', 'text'],
  ...['person', 'organization', 'concept', 'agreement'],
]

/** Of the source of a statement, and when that was said. */
interface DocumentFacts {
  readonly said: string | null
  readonly earliest: number | null
  readonly latest: number | null
  readonly source: number
  readonly title: string
  readonly author: string | null
  readonly publisher: string | null
  readonly kind: string
}
type Statement = NodeWith<'STATEMENT', DocumentFacts | undefined>

/** The event list that DNA exports: each accepted statement that affirms or denies a claim. */
export const dnaFormat: FileFormat = {
  name: 'dna',
  title: 'DNA’s statement table',
  endings: ['dna.csv'],
  description:
    'The event list of Discourse Network Analyzer (CSV), as it and its companion for R read it: person, organization, ' +
    'concept and agreement of each statement.',
  isBundle: false,
  mediaType: 'text/csv',
  write(graph, sink) {
    const tally = new TallyCounter()
    const types = new TypesOfActors(graph)
    sink.write(heads.map((head) => `"${head}"`).join(';'))
    for (const page of statementsIn(graph))
      for (const statement of page) {
        const missing = whyLeft(statement)
        if (missing === null) sink.write(`\n${lineOf(statement, graph, types, tally)}`)
        if (missing === null) tally.wrote('statements')
        else tally.leave(missing)
      }
    return tally
  },
}

/** Why DNA has no place for a statement. */
function whyLeft({ item }: ExportedNode<'STATEMENT'>): string | null {
  if ((item.review ?? 'ACCEPTED') !== 'ACCEPTED') return 'statements that are not accepted'
  if (!item.claim) return 'statements without a claim'
  return item.stance === 'UNCOMMITTED' ? 'statements that take no side' : null
}

function lineOf(
  statement: Statement,
  graph: ExportedGraph,
  types: TypesOfActors,
  tally: TallyCounter,
): string {
  const { key, item, more } = statement
  if (!more) throw new Error(`The source of the statement ${key} has gone from a snapshot.`)
  const { person, organization } = principalCells(item, graph, types, tally)
  return [
    ...[key, dnaTime(more.said, more.earliest, more.latest), more.source],
    ...[more.title, more.author, more.publisher, '', more.kind, item.span?.exact ?? item.text].map(quoted),
    ...[person, organization, graph.named('CLAIM', item.claim ?? '').name].map(quoted),
    item.stance === 'AFFIRMS' ? 1 : 0,
  ].join(';')
}

/** As DNA quotes a text: without its own delimiters. */
const quoted = (text: string | null): string => `"${(text ?? '').replaceAll(';', ',').replaceAll('"', "'")}"`

const documentsOf: RawBuilder<DocumentFacts & { id: number }> = sql`
  select s.id, s.said_edtf as said, s.said_earliest as earliest, s.said_latest as latest, so.id as source, so.title,
    so.author, so.kind, pu.name as publisher
  from statement s join source so on so.id = s.source_id left join entity pu on pu.id = so.publisher_id
  where s.id in ${listed('ids')}`

function* statementsIn(graph: ExportedGraph): Generator<Statement[]> {
  const documents = new RowsByKey(graph.engine, documentsOf)
  yield* nodesWith(graph, 'STATEMENT', (keys) => {
    const rows = documents.of(keys)
    return (key) => rows.get(key)?.[0]
  })
}
