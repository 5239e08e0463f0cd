import { type RawBuilder, sql } from 'kysely'
import { claimText, figureText, standingMeaning } from '../../../meaning/claim.ts'
import { sourceText } from '../../../meaning/source.ts'
import { certaintyMeaning, sideMeaning, stanceMeaning, statementText } from '../../../meaning/statement.ts'
import { sideOf } from '../../../model/positions/side.ts'
import { slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import { atOnce } from '../../../sql/engine.ts'
import { formatInstant } from '../../../values/date.ts'
import { dayOf } from '../../../values/days.ts'
import { formatId } from '../../../values/id.ts'
import type { Certainty, Stance, Standing } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { calledColumns, dateColumns, textColumn, valueColumn, wordColumn } from './column-groups.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface Position {
  readonly claimKey: number
  readonly claim: string
  readonly claimText: string
  readonly standing: Standing
  readonly subject: string | null
  readonly subjectName: string | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly actorKey: number
  readonly actor: string
  readonly actorName: string
  readonly stance: Stance
  readonly certainty: Certainty
  readonly changed: 0 | 1
  readonly knownAt: number | null
  readonly statementKey: number
  readonly statementText: string
  readonly saidAt: string | null
  readonly source: string
  readonly sourceTitle: string
  readonly publishedAt: string | null
}

const called = (slug: string | null, name: string | null) =>
  slug === null ? null : { slug, name: name ?? '' }

const groups: readonly ColumnGroup<Position>[] = [
  calledColumns('claim', 'The claim, by its slug.', (row) => called(row.claim, row.claimText)),
  wordColumn('standing', standingMeaning, (row) => row.standing),
  calledColumns('subject', `${claimText.subject} By its slug.`, (row) =>
    called(row.subject, row.subjectName),
  ),
  valueColumn('low', 'number', figureText.low, (row) => row.low),
  valueColumn('high', 'number', figureText.high, (row) => row.high),
  textColumn('unit', figureText.unit, (row) => row.unit),
  calledColumns('actor', 'Whose position it is, by its slug.', (row) => called(row.actor, row.actorName)),
  wordColumn('side', sideMeaning, (row) => sideOf(row.stance, row.certainty)),
  wordColumn('stance', stanceMeaning, (row) => row.stance),
  wordColumn('certainty', certaintyMeaning, (row) => row.certainty),
  calledColumns('statement', 'The statement that took it, by its id.', (row) =>
    called(formatId('STATEMENT', row.statementKey), row.statementText),
  ),
  dateColumns('saidAt', `Of that statement: ${statementText.saidAt}`, (row) => row.saidAt),
  calledColumns('source', 'The source of that statement, by its slug.', (row) =>
    called(row.source, row.sourceTitle),
  ),
  dateColumns('publishedAt', `Of that source: ${sourceText.publishedAt}`, (row) => row.publishedAt),
  valueColumn('changed', 'boolean', 'Whether it once said otherwise.', (row) => row.changed === 1),
  textColumn('knownAt', 'The moment (RFC 3339) by which that statement was known.', (row) =>
    row.knownAt === null || dayOf(row.knownAt) === null ? null : formatInstant(row.knownAt),
  ),
]

const PAGE = 500

const positionsAfter: RawBuilder<Position> = sql`
  select po.claim_id as "claimKey", c.slug as claim, c.text as "claimText", c.standing, su.slug as subject,
    su.name as "subjectName", c.figure_low as low, c.figure_high as high, c.figure_unit as unit,
    po.actor_id as "actorKey", e.slug as actor, e.name as "actorName", po.stance, po.certainty, po.changed,
    po.known_at as "knownAt", s.id as "statementKey", s.text as "statementText", s.said_edtf as "saidAt",
    so.slug as source, so.title as "sourceTitle", so.published_edtf as "publishedAt"
  from (
    select * from position where (claim_id, actor_id) > (${slot('claim')}, ${slot('actor')})
    order by claim_id, actor_id limit ${upTo('limit')}
  ) po
  join claim c on c.id = po.claim_id join entity e on e.id = po.actor_id join statement s on s.id = po.statement_id
  join source so on so.id = s.source_id left join entity su on su.id = c.subject_id
  order by po.claim_id, po.actor_id`

function* positions(graph: ExportedGraph): Generator<Position[]> {
  const rows = graph.engine.prepare(positionsAfter)
  let [claim, actor] = [0, 0]
  for (;;) {
    const page = atOnce(rows.all({ claim, actor, limit: PAGE }))
    const last = page.at(-1)
    if (!last) return
    yield page.filter(
      ({ claimKey, actorKey, statementKey }) =>
        graph.scope.has('CLAIM', claimKey) &&
        graph.scope.has('ACTOR', actorKey) &&
        graph.scope.has('STATEMENT', statementKey),
    )
    ;[claim, actor] = [last.claimKey, last.actorKey]
  }
}

export const positionTable = tableOf({
  name: 'positions',
  meaning:
    'Where an actor stands on a claim, by the latest accepted statement that was made by it or on its behalf.',
  groups,
  subjects: positions,
})
