import { type RawBuilder, sql } from 'kysely'
import { inTime } from '../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { LinkType } from '../../values/vocabulary.ts'
import { type Moment, past, present } from '../positions/known-moment.ts'
import { askedTies, listOf } from './asked-ties.ts'
import type { Tie } from './tie.ts'

/** How much a tie rests on. */
export interface LinkCount {
  /** How many statements, events or claims. */
  readonly nodes: number
  /** On how many claims its two ends are on the same side, and on how many on opposite sides; null of other ties. */
  readonly agree: number | null
  readonly conflict: number | null
}

interface FoundCount {
  readonly tie: number
  readonly nodes: number
  readonly agree: number | null
  readonly conflict: number | null
}

const { ties, tie, from, to, detail } = askedTies

const counting = (nodes: RawBuilder<unknown>): RawBuilder<FoundCount> => sql`
  select ${tie} as tie, ${nodes} as nodes, null as agree, null as conflict from ${ties}`

const speaksAboutCount = ({ isPast, known }: Moment) =>
  counting(
    isPast
      ? sql`(
        select count(*) from statement_about
        where speaker_id = ${from} and entity_id = ${to} and review = 'ACCEPTED' and ${inTime('statement_id')}
          ${known(sql`statement_id`)})`
      : sql`(select statements from speaks_about where speaker_id = ${from} and entity_id = ${to})`,
  )

const statementCount = (other: RawBuilder<unknown>, known: RawBuilder<unknown>) =>
  counting(sql`(
    select count(*) from statement
    where speaker_id = ${from} and ${other} = ${to} and ${other} is not null and review = 'ACCEPTED' and ${inTime('id')}
      ${known})`)

const participationCount = ({ begun }: Moment) =>
  counting(sql`(
  select count(*) from participation p join participation q
    on q.event_id = p.event_id and q.actor_id = ${to} and q.role = p.role
  where p.actor_id = ${from} and p.role = ${detail} and ${inTime('p.id')} ${begun(sql`p.event_id`)})`)

const sideCount: RawBuilder<FoundCount> = sql`
  select ${tie} as tie, case ${detail} when 'SAME_SIDE' then agree else conflict end as nodes, agree, conflict
  from ${ties} cross join agreement
  where a_id = case when ${from} < ${to} then ${from} else ${to} end
    and b_id = case when ${from} < ${to} then ${to} else ${from} end`

const [agreeing, conflicting] = [sql`count(*) filter (where alike)`, sql`count(*) filter (where not alike)`]
const sideCountThen = ({ positions }: Moment): RawBuilder<FoundCount> => sql`
  select tie, case detail when 'SAME_SIDE' then ${agreeing} else ${conflicting} end as nodes,
    ${agreeing} as agree, ${conflicting} as conflict
  from (
    select ${tie} as tie, ${detail} as detail, x.stance = y.stance as alike
    from ${ties} cross join ${positions()} x cross join ${positions()} y
    where x.actor_id = ${from} and y.actor_id = ${to} and y.claim_id = x.claim_id and x.stance <> 'UNCOMMITTED' and y.stance <> 'UNCOMMITTED' and ${inTime('y.claim_id')}
  ) as counted group by tie, detail`

type CountSearch = readonly [Prepared<FoundCount>, readonly LinkType[]]

function countSearches(engine: Engine, moment: Moment): CountSearch[] {
  const { isPast, known } = moment
  const queries: readonly (readonly [RawBuilder<FoundCount>, readonly LinkType[]])[] = [
    [speaksAboutCount(moment), ['SPEAKS_ABOUT']],
    [statementCount(sql`addressee_id`, known(sql`statement.id`)), ['TOLD']],
    [
      statementCount(sql`via_speaker_id`, sql`${known(sql`statement.id`)} ${known(sql`statement.via_id`)}`),
      ['QUOTED_VIA'],
    ],
    [participationCount(moment), ['PARTICIPATES_WITH']],
    [isPast ? sideCountThen(moment) : sideCount, ['SAME_SIDE', 'OPPOSITE_SIDE']],
  ]
  return queries.map(([query, types]) => [engine.prepare(query), types])
}

/** An affiliation and a participation are one thing each. */
const ONE: LinkCount = { nodes: 1, agree: null, conflict: null }

/** How much ties rest on: one statement for each kind of evidence, however many ties. */
export class LinkCounts {
  readonly #now: readonly CountSearch[]
  readonly #then: readonly CountSearch[]

  constructor(engine: Engine) {
    this.#now = countSearches(engine, present)
    this.#then = countSearches(engine, past)
  }

  /** In the order of the ties, which were found as of the same time. */
  of(ties: readonly Tie[]): Answer<LinkCount[]> {
    const asOf = ties[0]?.asOf ?? null
    const found = (asOf === null ? this.#now : this.#then).map(([query, types]) =>
      listOf(ties, types, (asked) => query.all({ ties: asked, asOf })),
    )
    return mapAnswer(allAnswers(found), (kinds) => {
      const byTie = new Map(kinds.flat().map((row) => [row.tie, row]))
      return ties.map((_, tie) => byTie.get(tie) ?? ONE)
    })
  }
}
