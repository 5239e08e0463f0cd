import { type RawBuilder, sql } from 'kysely'
import {
  claimKindMeaning,
  claimRelationTypeMeaning,
  claimText,
  figureText,
  relationText,
  standingMeaning,
} from '../../../meaning/claim.ts'
import { eventText } from '../../../meaning/event.ts'
import { listed } from '../../../sql/dialect.ts'
import type { Origin, Standing, Verdict } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import {
  calledColumns,
  dateColumns,
  type ListedNode,
  listColumns,
  nodeColumns,
  textColumn,
  valueColumn,
  wordColumn,
} from './column-groups.ts'
import { countColumn, idColumn, reviewColumn } from './entity-columns.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface ClaimFacts {
  readonly standing: Standing
  readonly review: Origin
  readonly speakers: number
  readonly statements: number
  readonly sources: number
  readonly when: string | null
  readonly assessments: readonly ListedNode[]
}
type Claim = NodeWith<'CLAIM', ClaimFacts>

const groups: readonly ColumnGroup<Claim>[] = [
  calledColumns('claim', 'The claim, by its slug.', ({ item }) => ({ slug: item.slug, name: item.text })),
  wordColumn('claimKind', claimKindMeaning, ({ item }) => item.kind, claimText.kind),
  wordColumn('standing', standingMeaning, ({ more }) => more.standing),
  nodeColumns('subject', 'ACTOR', claimText.subject, ({ item }) => item.subject),
  nodeColumns('event', 'EVENT', claimText.event, ({ item }) => item.event),
  dateColumns('when', `Of the event: ${eventText.when}`, ({ more }) => more.when),
  valueColumn('low', 'number', figureText.low, ({ item }) => item.figure?.low),
  valueColumn('high', 'number', figureText.high, ({ item }) => item.figure?.high),
  textColumn('unit', figureText.unit, ({ item }) => item.figure?.unit),
  countColumn(
    'speakers',
    'How many different speakers its accepted statements have.',
    ({ more }) => more.speakers,
  ),
  countColumn('statements', 'How many accepted statements speak to it.', ({ more }) => more.statements),
  countColumn(
    'sources',
    'How many different sources its accepted statements stand in.',
    ({ more }) => more.sources,
  ),
  listColumns('assessments', 'Who judged it, and with what verdict.', ({ more }) => more.assessments),
  reviewColumn,
  nodeColumns('object', 'ACTOR', claimText.object, ({ item }) => item.object),
  idColumn(),
]

interface ClaimRow extends Omit<ClaimFacts, 'assessments'> {
  readonly id: number
}

const claimRowsOf: RawBuilder<ClaimRow> = sql`
  select c.id, c.standing, c.review, c.speaker_count as speakers, c.statement_count as statements,
    c.source_count as sources, ev.when_edtf as "when"
  from claim c left join event ev on ev.id = c.event_id where c.id in ${listed('ids')}`

interface VerdictRow {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly verdict: Verdict
  readonly method: string | null
}

const verdictsOf: RawBuilder<VerdictRow> = sql`
  select x.claim_id as id, e.slug, e.name, x.verdict, x.method from assessment x
  join entity e on e.id = x.assessor_id where x.claim_id in ${listed('ids')} order by x.claim_id, x.id`

const givenVerdict = ({ slug, name, verdict, method }: VerdictRow): ListedNode => ({
  slug,
  name,
  as: method ? `${verdict} (${method})` : verdict,
})

function* claims(graph: ExportedGraph): Generator<Claim[]> {
  const claimRows = new RowsByKey(graph.engine, claimRowsOf)
  const verdicts = new RowsByKey(graph.engine, verdictsOf)
  yield* nodesWith(graph, 'CLAIM', (keys) => {
    const rows = claimRows.of(keys)
    const given = verdicts.of(keys)
    return (key) => {
      const [row] = rows.get(key) ?? []
      if (!row) throw new Error(`The claim ${key} has gone from a snapshot.`)
      return { ...row, assessments: (given.get(key) ?? []).map(givenVerdict) }
    }
  })
}

export const claimTable = tableOf({ name: 'claims', meaning: 'A claim.', groups, subjects: claims })

type ClaimItem = Claim['item']
interface Relation {
  readonly claim: ClaimItem
  readonly relation: NonNullable<ClaimItem['relations']>[number]
}

function* relations(graph: ExportedGraph): Generator<Relation[]> {
  for (const page of graph.pages('CLAIM'))
    yield page.flatMap(({ item: claim }) => (claim.relations ?? []).map((relation) => ({ claim, relation })))
}

export const claimRelationTable = tableOf<Relation>({
  name: 'claim_relations',
  meaning: 'How one claim bears on another.',
  groups: [
    calledColumns('claim', 'The first claim, by its slug.', ({ claim }) => ({
      slug: claim.slug,
      name: claim.text,
    })),
    wordColumn('relation', claimRelationTypeMeaning, ({ relation }) => relation.type, relationText.type),
    nodeColumns('to', 'CLAIM', relationText.to, ({ relation }) => relation.to),
  ],
  subjects: relations,
})
