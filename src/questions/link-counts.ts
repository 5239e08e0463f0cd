import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../db/open.ts'
import { inTime, Prepared } from '../db/prepare.ts'
import type { LinkType } from '../vocabulary.ts'
import type { Tie } from './adjacency.ts'
import { askedTies, listOf } from './asked-ties.ts'

/** How much a tie rests on. */
export interface LinkCount {
  /** How many statements, events or claims. */
  readonly nodes: number
  /** On how many claims its two ends are on the same side, and on how many on opposite sides; null of other ties. */
  readonly agree: number | null
  readonly conflict: number | null
}

interface Found {
  readonly tie: number
  readonly nodes: number
  readonly agree: number | null
  readonly conflict: number | null
}

const { ties, tie, from, to, detail } = askedTies

const counting = (nodes: RawBuilder<unknown>): RawBuilder<Found> => sql`
  select ${tie} as tie, ${nodes} as nodes, null as agree, null as conflict from ${ties}`

const said = counting(
  sql`(select statements from speaks_about where speaker_id = ${from} and entity_id = ${to})`,
)

const spoken = (other: RawBuilder<unknown>) =>
  counting(sql`(
    select count(*) from statement
    where speaker_id = ${from} and ${other} = ${to} and ${other} is not null and review = 'ACCEPTED' and ${inTime('id')})`)

const met = counting(sql`(
  select count(*) from participation p join participation q
    on q.event_id = p.event_id and q.actor_id = ${to} and q.role = p.role
  where p.actor_id = ${from} and p.role = ${detail} and ${inTime('p.id')})`)

const sided: RawBuilder<Found> = sql`
  select ${tie} as tie, case ${detail} when 1 then agree else conflict end as nodes, agree, conflict
  from ${ties} cross join agreement
  where a_id = min(${from}, ${to}) and b_id = max(${from}, ${to})`

const queries: readonly (readonly [RawBuilder<Found>, readonly LinkType[]])[] = [
  [said, ['SPEAKS_ABOUT']],
  [spoken(sql`addressee_id`), ['TOLD']],
  [spoken(sql`via_speaker_id`), ['QUOTED_VIA']],
  [met, ['PARTICIPATES_WITH']],
  [sided, ['SAME_SIDE', 'OPPOSITE_SIDE']],
]

/** An affiliation and a participation are one thing each. */
const ONE: LinkCount = { nodes: 1, agree: null, conflict: null }

/** How much ties rest on: one statement for each kind of evidence, however many ties. */
export class LinkCounts {
  readonly #searches: readonly (readonly [Prepared<Found>, readonly LinkType[]])[]

  constructor(connection: Connection) {
    this.#searches = queries.map(([query, types]) => [new Prepared(connection, query), types])
  }

  /** In the order of the ties. */
  of(ties: readonly Tie[]): LinkCount[] {
    const found = this.#searches.flatMap(([query, types]) =>
      listOf(ties, types, (asked) => query.all({ ties: asked })),
    )
    const byTie = new Map(found.map((row) => [row.tie, row]))
    return ties.map((_, tie) => byTie.get(tie) ?? ONE)
  }
}
