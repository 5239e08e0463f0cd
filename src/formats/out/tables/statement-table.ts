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
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import {
  calledColumns,
  dateColumns,
  type ListedNode,
  listColumns,
  textColumn,
  valueColumn,
  wordColumn,
} from './column-groups.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

/** What a statement's item does not say: what is called how, and of its source when it appeared. */
interface StatementFacts {
  readonly via: number | null
  readonly publishedAt: string | null
  readonly speakerName: string
  readonly onBehalfOfName: string | null
  readonly addresseeName: string | null
  readonly claimText: string | null
  readonly sourceTitle: string
  readonly about: readonly ListedNode[]
}
type Statement = NodeWith<'STATEMENT', StatementFacts>

/** A node that the item names, and what the row beside it calls it. */
const called = (slug: string | undefined, name: string | null) =>
  slug === undefined ? null : { slug, name: name ?? '' }

const groups: readonly ColumnGroup<Statement>[] = [
  calledColumns('statement', 'The statement, by its id.', ({ id, item }) => ({ slug: id, name: item.text })),
  calledColumns('speaker', `${statementText.speaker} By its slug.`, ({ item, more }) =>
    called(item.speaker, more.speakerName),
  ),
  calledColumns('onBehalfOf', `${statementText.onBehalfOf} By its slug.`, ({ item, more }) =>
    called(item.onBehalfOf, more.onBehalfOfName),
  ),
  wordColumn('act', speechActMeaning, ({ item }) => item.act, statementText.act),
  wordColumn('quoteType', quoteTypeMeaning, ({ item }) => item.quoteType, statementText.quoteType),
  textColumn('exact', spanText.exact, ({ item }) => item.span?.exact),
  calledColumns('claim', `${statementText.claim} By its slug.`, ({ item, more }) =>
    called(item.claim, more.claimText),
  ),
  wordColumn('side', sideMeaning, ({ item }) => item.stance && sideOf(item.stance, item.certainty ?? null)),
  wordColumn('stance', stanceMeaning, ({ item }) => item.stance, statementText.stance),
  wordColumn('certainty', certaintyMeaning, ({ item }) => item.certainty, statementText.certainty),
  dateColumns('saidAt', statementText.saidAt, ({ item }) => item.saidAt),
  calledColumns('source', `${statementText.source} By its slug.`, ({ item, more }) =>
    called(item.source, more.sourceTitle),
  ),
  dateColumns('publishedAt', `Of the source: ${sourceText.publishedAt}`, ({ more }) => more.publishedAt),
  wordColumn(
    'review',
    reviewStateMeaning,
    ({ item }) => item.review ?? 'ACCEPTED',
    `${statementText.review} Only accepted statements count.`,
  ),
  textColumn('slug', 'Its slug in the dossier from which it came.', ({ item }) => item.slug),
  textColumn('speakerText', statementText.speakerText, ({ item }) => item.speakerText),
  calledColumns('addressee', `${statementText.addressee} By its slug.`, ({ item, more }) =>
    called(item.addressee, more.addresseeName),
  ),
  textColumn('language', statementText.language, ({ item }) => item.language),
  textColumn('cue', statementText.cue, ({ item }) => item.cue),
  listColumns('about', statementText.about, ({ more }) => more.about),
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

const statementRowsOf: RawBuilder<Omit<StatementFacts, 'about'> & { id: number }> = sql`
  select s.id, s.via_id as via, so.published_edtf as "publishedAt", so.title as "sourceTitle", sp.name as "speakerName",
    ob.name as "onBehalfOfName", ad.name as "addresseeName", c.text as "claimText"
  from statement s join source so on so.id = s.source_id join entity sp on sp.id = s.speaker_id
    left join entity ob on ob.id = s.on_behalf_of_id left join entity ad on ad.id = s.addressee_id
    left join claim c on c.id = s.claim_id
  where s.id in ${listed('ids')}`

interface AboutRow extends ListedNode {
  readonly id: number
  readonly kind: NodeType
}

const aboutsOf: RawBuilder<AboutRow> = sql`
  select a.statement_id as id, e.slug, e.name, e.kind from statement_about a join entity e on e.id = a.entity_id
  where a.statement_id in ${listed('ids')} order by a.statement_id, e.slug`

function* statements(graph: ExportedGraph): Generator<Statement[]> {
  const statementRows = new RowsByKey(graph.engine, statementRowsOf)
  const abouts = new RowsByKey(graph.engine, aboutsOf)
  yield* nodesWith(graph, 'STATEMENT', (keys) => {
    const rows = statementRows.of(keys)
    const about = abouts.of(keys)
    return (key) => {
      const [row] = rows.get(key) ?? []
      if (!row) throw new Error(`The statement ${key} has gone from a snapshot.`)
      return { ...row, about: about.get(key) ?? [] }
    }
  })
}

export const statementTable = tableOf({
  name: 'statements',
  meaning: 'One speaker saying one thing, as one source reports it.',
  groups,
  subjects: statements,
})

interface About {
  readonly statement: string
  readonly node: AboutRow
}

function* statementAbouts(graph: ExportedGraph): Generator<About[]> {
  const abouts = new RowsByKey(graph.engine, aboutsOf)
  for (const page of graph.pages('STATEMENT')) {
    const found = abouts.of(page.map(({ key }) => key))
    yield page.flatMap(({ key, id }) => (found.get(key) ?? []).map((node) => ({ statement: id, node })))
  }
}

export const statementAboutTable = tableOf<About>({
  name: 'statement_about',
  meaning: 'An actor, a place or an event that a statement is about.',
  groups: [
    textColumn('statement', 'The statement, by its id.', ({ statement }) => statement),
    calledColumns('node', 'What it is about, by its slug.', ({ node }) => node),
    wordColumn('nodeKind', nodeTypeMeaning, ({ node }) => node.kind),
  ],
  subjects: statementAbouts,
})
