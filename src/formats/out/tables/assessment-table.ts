import { type RawBuilder, sql } from 'kysely'
import {
  assessmentText,
  claimText,
  credibilityMeaning,
  standingMeaning,
  verdictMeaning,
} from '../../../meaning/claim.ts'
import { listed } from '../../../sql/dialect.ts'
import type { Standing } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { calledColumns, dateColumns, nodeColumns, textColumn, wordColumn } from './column-groups.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

/** Of the claim that was judged: how it stands, and its event. */
interface AssessedClaim {
  readonly standing?: Standing
  readonly event?: string | null
  readonly eventName?: string | null
}
type Assessment = NodeWith<'ASSESSMENT', AssessedClaim>

const groups: readonly ColumnGroup<Assessment>[] = [
  textColumn('assessment', 'The assessment, by its id.', ({ id }) => id),
  wordColumn('verdict', verdictMeaning, ({ item }) => item.verdict, assessmentText.verdict),
  wordColumn('credibility', credibilityMeaning, ({ item }) => item.credibility, assessmentText.credibility),
  textColumn('method', assessmentText.method, ({ item }) => item.method),
  dateColumns('date', assessmentText.date, ({ item }) => item.date),
  nodeColumns('assessor', 'ACTOR', assessmentText.assessor, ({ item }) => item.assessor),
  nodeColumns('claim', 'CLAIM', assessmentText.claim, ({ item }) => item.claim),
  wordColumn('standing', standingMeaning, ({ more }) => more.standing),
  calledColumns('event', `Of the claim: ${claimText.event} By its slug.`, ({ more: { event, eventName } }) =>
    event ? { slug: event, name: eventName ?? '' } : null,
  ),
  nodeColumns('evidence', 'SOURCE', assessmentText.evidence, ({ item }) => item.evidence),
  textColumn('slug', 'Its slug in the dossier from which it came.', ({ item }) => item.slug),
]

const claimsJudged: RawBuilder<AssessedClaim & { id: number }> = sql`
  select x.id, c.standing, e.slug as event, e.name as "eventName" from assessment x
  join claim c on c.id = x.claim_id left join entity e on e.id = c.event_id where x.id in ${listed('ids')}`

function* assessments(graph: ExportedGraph): Generator<Assessment[]> {
  const claims = new RowsByKey(graph.engine, claimsJudged)
  yield* nodesWith(graph, 'ASSESSMENT', (keys) => {
    const rows = claims.of(keys)
    return (key) => rows.get(key)?.[0] ?? {}
  })
}

export const assessmentTable = tableOf({
  name: 'assessments',
  meaning: 'The verdict of an actor on a claim.',
  groups,
  subjects: assessments,
})
