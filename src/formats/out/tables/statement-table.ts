import { type RawBuilder, sql } from 'kysely'
import { nodeTypeMeaning } from '../../../meaning/question.ts'
import { sourceText } from '../../../meaning/source.ts'
import {
  certaintyMeaning,
  quoteTypeMeaning,
  reviewStateMeaning,
  sideMeaning,
  spanText,
  speechActMeaning,
  stanceMeaning,
  statementText,
} from '../../../meaning/statement.ts'
import { sideOf } from '../../../model/positions/side.ts'
import { factuality } from '../../../model/statement/factuality.ts'
import { listed } from '../../../sql/dialect.ts'
import { formatId } from '../../../values/id.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import type { NamedNode } from '../node-names.ts'
import {
  calledColumns,
  dateColumns,
  listColumns,
  nodeColumns,
  textColumn,
  valueColumn,
  wordColumn,
} from './column-groups.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface StatementFacts {
  readonly via: number | null
  readonly publishedAt: string | null
}
type Statement = NodeWith<'STATEMENT', StatementFacts>

const groups: readonly ColumnGroup<Statement>[] = [
  calledColumns('statement', 'The statement, by its id.', ({ id, item }) => ({ slug: id, name: item.text })),
  nodeColumns('speaker', 'ACTOR', statementText.speaker, ({ item }) => item.speaker),
  nodeColumns('onBehalfOf', 'ACTOR', statementText.onBehalfOf, ({ item }) => item.onBehalfOf),
  wordColumn('act', speechActMeaning, ({ item }) => item.act, statementText.act),
  wordColumn('quoteType', quoteTypeMeaning, ({ item }) => item.quoteType, statementText.quoteType),
  textColumn('exact', spanText.exact, ({ item }) => item.span?.exact),
  nodeColumns('claim', 'CLAIM', statementText.claim, ({ item }) => item.claim),
  wordColumn('side', sideMeaning, ({ item }) => item.stance && sideOf(item.stance, item.certainty ?? null)),
  wordColumn('stance', stanceMeaning, ({ item }) => item.stance, statementText.stance),
  wordColumn('certainty', certaintyMeaning, ({ item }) => item.certainty, statementText.certainty),
  dateColumns('saidAt', statementText.saidAt, ({ item }) => item.saidAt),
  nodeColumns('source', 'SOURCE', statementText.source, ({ item }) => item.source),
  dateColumns('publishedAt', `Of the source: ${sourceText.publishedAt}`, ({ more }) => more.publishedAt),
  wordColumn(
    'review',
    reviewStateMeaning,
    ({ item }) => item.review ?? 'ACCEPTED',
    `${statementText.review} Only accepted statements count.`,
  ),
  textColumn('slug', 'Its slug in the dossier from which it came.', ({ item }) => item.slug),
  textColumn('speakerText', statementText.speakerText, ({ item }) => item.speakerText),
  nodeColumns('addressee', 'ACTOR', statementText.addressee, ({ item }) => item.addressee),
  textColumn('language', statementText.language, ({ item }) => item.language),
  textColumn('cue', statementText.cue, ({ item }) => item.cue),
  listColumns('about', statementText.about, ({ item }, graph) => aboutOf(item, graph)),
  valueColumn('start', 'integer', `${spanText.start} In UTF-16 code units.`, ({ item }) => item.span?.start),
  valueColumn('end', 'integer', `${spanText.end} In UTF-16 code units.`, ({ item }) => item.span?.end),
  textColumn('prefix', spanText.prefix, ({ item }) => item.span?.prefix),
  textColumn('suffix', spanText.suffix, ({ item }) => item.span?.suffix),
  textColumn('via', `${statementText.via} By its id.`, ({ more }) =>
    more.via === null ? null : formatId('STATEMENT', more.via),
  ),
  textColumn(
    'factuality',
    'Stance and certainty as a FactBank value: CT+, PR+, PS+, CT-, PR-, PS- or Uu.',
    ({ item }) => factuality({ stance: item.stance ?? null, certainty: item.certainty ?? null }),
  ),
]

function aboutOf({ about = [] }: Statement['item'], graph: ExportedGraph): NamedNode[] {
  return about.map((slug) => graph.named('ACTOR', slug))
}

const statementRowsOf: RawBuilder<StatementFacts & { id: number }> = sql`
  select s.id, s.via_id as via, so.published_edtf as "publishedAt" from statement s
  join source so on so.id = s.source_id where s.id in ${listed('ids')}`

function* statements(graph: ExportedGraph): Generator<Statement[]> {
  const statementRows = new RowsByKey(graph.engine, statementRowsOf)
  yield* nodesWith(graph, 'STATEMENT', (keys) => {
    const rows = statementRows.of(keys)
    return (key) => rows.get(key)?.[0] ?? { via: null, publishedAt: null }
  })
}

export const statementTable = tableOf({
  name: 'statements',
  meaning: 'One speaker saying one thing, as one source reports it.',
  groups,
  subjects: statements,
})

interface About {
  readonly statement: ExportedNode<'STATEMENT'>
  readonly node: NamedNode
}

function* abouts(graph: ExportedGraph): Generator<About[]> {
  for (const page of graph.pages('STATEMENT'))
    yield page.flatMap((statement) => aboutOf(statement.item, graph).map((node) => ({ statement, node })))
}

export const statementAboutTable = tableOf<About>({
  name: 'statement_about',
  meaning: 'An actor, a place or an event that a statement is about.',
  groups: [
    textColumn('statement', 'The statement, by its id.', ({ statement }) => statement.id),
    calledColumns('node', 'What it is about, by its slug.', ({ node }) => node),
    wordColumn('nodeKind', nodeTypeMeaning, ({ node }) => node.type),
  ],
  subjects: abouts,
})
