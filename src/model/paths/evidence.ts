import { type RawBuilder, sql } from 'kysely'
import type { SqlPart } from '../../sql/build.ts'
import { amongIds, inTime } from '../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { LinkType, NodeType } from '../../values/vocabulary.ts'
import { type Moment, past, present } from '../positions/known-moment.ts'
import { askedTies, listOf } from './asked-ties.ts'
import type { Tie } from './tie.ts'

/** A node on which a tie rests; `tie` is the tie's place in the list that was asked for. */
export interface EvidenceRecord {
  readonly tie: number
  readonly node: NodeType
  readonly id: number
}

export const MOST_EVIDENCE = 10

type FoundEvidence = Omit<EvidenceRecord, 'node'>
type Finding = RawBuilder<FoundEvidence>

const { ties, tie, from, to, detail } = askedTies
const evidenceLimit = sql.lit(MOST_EVIDENCE)

const latestStatements = (ids: SqlPart): Finding => sql`
  select ${tie} as tie, s.id as id from ${ties} cross join statement s
  where ${amongIds('s.id', sql`(${ids} limit ${evidenceLimit})`)}
  order by tie, s.said_order desc nulls last, s.id desc`

const speaksAboutEvidence = ({ known }: Moment) =>
  latestStatements(sql`
    select statement_id from statement_about
    where speaker_id = ${from} and entity_id = ${to} and review = 'ACCEPTED' and ${inTime('statement_id')}
      ${known(sql`statement_id`)}
    order by said_order desc nulls last, statement_id desc`)

const statementEvidence = (other: SqlPart, known: SqlPart): Finding =>
  latestStatements(sql`
    select id from statement
    where speaker_id = ${from} and ${other} = ${to} and ${other} is not null and review = 'ACCEPTED' and ${inTime('id')}
      ${known}
    order by said_order desc nulls last, id desc`)

const participationEvidence = ({ begun }: Moment): Finding => sql`
  select ${tie} as tie, ev.id as id from ${ties} cross join event ev where ${amongIds(
    'ev.id',
    sql`(
    select p.event_id from participation p join event e on e.id = p.event_id
    where p.actor_id = ${from} and p.role = ${detail} and e.review = 'ACCEPTED' and ${inTime('p.id')}
      and exists (select 1 from participation q where q.event_id = p.event_id and q.actor_id = ${to} and q.role = p.role)
      ${begun(sql`p.event_id`)}
    order by e.when_order desc nulls last, p.event_id limit ${evidenceLimit})`,
  )}
  order by tie, ev.when_order desc nulls last, ev.id`

const sideEvidence = ({ positions }: Moment): Finding => sql`
  select ${tie} as tie, c.id as id from ${ties} cross join claim c where ${amongIds(
    'c.id',
    sql`(
    select p.claim_id from ${positions(sql`po.actor_id = ${from}`)} p
      join ${positions(sql`po.actor_id = ${to}`)} q on q.claim_id = p.claim_id and q.actor_id = ${to}
    where p.actor_id = ${from} and ${inTime('p.claim_id')} and case when p.stance = q.stance then 'SAME_SIDE' else 'OPPOSITE_SIDE' end = ${detail}
      and p.stance <> 'UNCOMMITTED' and q.stance <> 'UNCOMMITTED'
    order by p.claim_id limit ${evidenceLimit})`,
  )}
  order by tie, c.id`

type EvidenceSearch = readonly [NodeType, Prepared<FoundEvidence>, readonly LinkType[]]

/** What has to be looked for. Of the other types, one of the tie's own ends is all that it rests on. */
function evidenceSearches(engine: Engine, moment: Moment): EvidenceSearch[] {
  const { known } = moment
  const queries: readonly (readonly [NodeType, Finding, readonly LinkType[]])[] = [
    ['STATEMENT', speaksAboutEvidence(moment), ['SPEAKS_ABOUT']],
    ['STATEMENT', statementEvidence(sql`addressee_id`, known(sql`statement.id`)), ['TOLD']],
    [
      'STATEMENT',
      statementEvidence(
        sql`via_speaker_id`,
        sql`${known(sql`statement.id`)} ${known(sql`statement.via_id`)}`,
      ),
      ['QUOTED_VIA'],
    ],
    ['EVENT', participationEvidence(moment), ['PARTICIPATES_WITH']],
    ['CLAIM', sideEvidence(moment), ['SAME_SIDE', 'OPPOSITE_SIDE']],
  ]
  return queries.map(([node, query, types]) => [node, engine.prepare(query), types])
}

/** What ties rest on: one statement for each kind of evidence, however many ties. */
export class Evidence {
  readonly #now: readonly EvidenceSearch[]
  readonly #then: readonly EvidenceSearch[]

  constructor(engine: Engine) {
    this.#now = evidenceSearches(engine, present)
    this.#then = evidenceSearches(engine, past)
  }

  /** Of ties that were found as of the same time. */
  of(ties: readonly Tie[]): Answer<EvidenceRecord[]> {
    const asOf = ties[0]?.asOf ?? null
    const found = (asOf === null ? this.#now : this.#then).map(([node, query, types]) =>
      mapAnswer(
        listOf(ties, types, (asked) => query.all({ ties: asked, asOf })),
        (rows) => rows.map((row) => ({ ...row, node })),
      ),
    )
    return mapAnswer(allAnswers(found), (kinds) => [...ties.flatMap(endAsEvidence), ...kinds.flat()])
  }
}

function endAsEvidence({ type, fromId, toId }: Tie, tie: number): EvidenceRecord[] {
  if (type === 'AFFILIATED') return [{ tie, node: 'ACTOR', id: fromId }]
  return type === 'PARTICIPATES_IN' ? [{ tie, node: 'EVENT', id: toId }] : []
}
