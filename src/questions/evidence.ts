import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../db/open.ts'
import { inTime, Prepared, slot } from '../db/prepare.ts'
import type { LinkType, NodeType } from '../vocabulary.ts'
import type { Tie } from './adjacency.ts'

/** A node on which a tie rests; `tie` is the tie's place in the list that was asked for. */
export interface EvidenceRecord {
  readonly tie: number
  readonly node: NodeType
  readonly id: number
}

export const MOST_EVIDENCE = 10

type Found = Omit<EvidenceRecord, 'node'>
type Condition = RawBuilder<unknown>

const asked = sql`json_each(${slot('ties')}) as asked`
const tie = sql`asked.value ->> 0`
const from = sql`asked.value ->> 1`
const to = sql`asked.value ->> 2`
const same = sql`asked.value ->> 3`
const few = sql.lit(MOST_EVIDENCE)

const said = (): Condition => sql`
  select ${tie} as tie, s.id as id from ${asked} cross join statement s where s.id in (
    select statement_id from statement_about
    where speaker_id = ${from} and entity_id = ${to} and review = 'ACCEPTED' and ${inTime('statement_id')}
    order by said_order desc, statement_id desc limit ${few})
  order by tie, s.said_order desc, s.id desc`

const met = (): Condition => sql`
  select ${tie} as tie, ev.id as id from ${asked} cross join event ev where ev.id in (
    select p.event_id from participation p join event e on e.id = p.event_id
    where p.actor_id = ${from} and ${inTime('p.id')}
      and exists (select 1 from participation q where q.event_id = p.event_id and q.actor_id = ${to})
    group by p.event_id order by e.when_order desc, p.event_id limit ${few})
  order by tie, ev.when_order desc, ev.id`

const sided = (): Condition => sql`
  select ${tie} as tie, c.id as id from ${asked} cross join claim c where c.id in (
    select p.claim_id from position p join position q on q.claim_id = p.claim_id and q.actor_id = ${to}
    where p.actor_id = ${from} and ${inTime('p.claim_id')} and (p.stance = q.stance) = ${same}
      and p.stance <> 'UNCOMMITTED' and q.stance <> 'UNCOMMITTED'
    order by p.claim_id limit ${few})
  order by tie, c.id`

/** What ties rest on: one statement for each kind of evidence, however many ties. */
export class Evidence {
  readonly #said: Prepared<Found>
  readonly #met: Prepared<Found>
  readonly #sided: Prepared<Found>

  constructor(connection: Connection) {
    this.#said = new Prepared(connection, said())
    this.#met = new Prepared(connection, met())
    this.#sided = new Prepared(connection, sided())
  }

  of(ties: readonly Tie[]): EvidenceRecord[] {
    const holders = numbered(ties, ['AFFILIATED']).map(([tie, holder]) => ({ tie, id: holder }))
    return [
      ...as('STATEMENT', this.#find(this.#said, ties, ['SPEAKS_ABOUT'])),
      ...as('ACTOR', holders),
      ...as('EVENT', this.#find(this.#met, ties, ['PARTICIPATES_WITH'])),
      ...as('CLAIM', this.#find(this.#sided, ties, ['SAME_SIDE', 'OPPOSITE_SIDE'])),
    ]
  }

  #find(query: Prepared<Found>, ties: readonly Tie[], types: readonly LinkType[]): Found[] {
    const asked = numbered(ties, types)
    return asked.length > 0 ? query.all({ ties: JSON.stringify(asked) }) : []
  }
}

const numbered = (ties: readonly Tie[], types: readonly LinkType[]): [number, number, number, number][] =>
  ties.flatMap(({ type, fromId, toId }, tie) =>
    types.includes(type) ? [[tie, fromId, toId, type === 'SAME_SIDE' ? 1 : 0]] : [],
  )

const as = (node: NodeType, found: readonly Found[]): EvidenceRecord[] =>
  found.map((row) => ({ ...row, node }))
