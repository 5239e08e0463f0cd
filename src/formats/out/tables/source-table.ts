import { reliabilityMeaning, sourceKindMeaning, sourceText } from '../../../meaning/source.ts'
import { StatementStore } from '../../../model/statement/store.ts'
import { atOnce } from '../../../sql/engine.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import { calledColumns, dateColumns, nodeColumns, textColumn, wordColumn } from './column-groups.ts'
import { countColumn, idColumn } from './entity-columns.ts'
import { type NodeWith, nodesWith } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface SourceFacts {
  readonly statements: number
  readonly proposed: number
}
type Source = NodeWith<'SOURCE', SourceFacts>

const groups: readonly ColumnGroup<Source>[] = [
  calledColumns('source', 'The source, by its slug.', ({ item }) => ({ slug: item.slug, name: item.title })),
  dateColumns('publishedAt', sourceText.publishedAt, ({ item }) => item.publishedAt),
  wordColumn('sourceKind', sourceKindMeaning, ({ item }) => item.kind, sourceText.kind),
  nodeColumns('publisher', 'ACTOR', sourceText.publisher, ({ item }) => item.publisher),
  textColumn('author', sourceText.author, ({ item }) => item.author),
  textColumn('language', sourceText.language, ({ item }) => item.language),
  wordColumn('reliability', reliabilityMeaning, ({ item }) => item.reliability, sourceText.reliability),
  textColumn('url', sourceText.url, ({ item }) => item.url),
  countColumn('statements', 'How many accepted statements stand in it.', ({ more }) => more.statements),
  countColumn('proposedStatements', 'How many proposed statements do.', ({ more }) => more.proposed),
  textColumn('archivedUrl', sourceText.archivedUrl, ({ item }) => item.archivedUrl),
  textColumn('retrievedAt', sourceText.retrievedAt, ({ item }) => item.retrievedAt),
  nodeColumns('versionOf', 'SOURCE', sourceText.versionOf, ({ item }) => item.versionOf),
  nodeColumns('copyOf', 'SOURCE', sourceText.copyOf, ({ item }) => item.copyOf),
  idColumn(),
]

function* sources(graph: ExportedGraph): Generator<Source[]> {
  const statements = new StatementStore(graph.engine)
  yield* nodesWith(graph, 'SOURCE', (keys) => {
    const accepted = atOnce(statements.countOfEach('source', keys, {}))
    const proposed = atOnce(statements.countOfEach('source', keys, { review: ['PROPOSED'] }))
    return (key) => ({ statements: accepted.get(key) ?? 0, proposed: proposed.get(key) ?? 0 })
  })
}

/** Without their texts, which are longer than a spreadsheet's cell. */
export const sourceTable = tableOf({
  name: 'sources',
  meaning: 'A source, without its text.',
  groups,
  subjects: sources,
})

function* texts(graph: ExportedGraph): Generator<ExportedNode<'SOURCE'>[]> {
  for (const page of graph.pages('SOURCE')) yield page.filter(({ item }) => item.text !== undefined)
}

export const sourceTextTable = tableOf<ExportedNode<'SOURCE'>>({
  name: 'source_texts',
  meaning: 'The text of a source, where it is stored.',
  groups: [
    calledColumns('source', 'The source, by its slug.', ({ item }) => ({
      slug: item.slug,
      name: item.title,
    })),
    textColumn('text', sourceText.text, ({ item }) => item.text),
  ],
  subjects: texts,
})
