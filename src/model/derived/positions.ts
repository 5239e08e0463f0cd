import { type RawBuilder, sql } from 'kysely'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { positionsAsOf } from '../positions/position-rule.ts'
import { setCounts, setStandings } from '../positions/standing.ts'
import { Agreements } from './agreement.ts'

type SqlText = RawBuilder<never>

const columns = [
  'actor_id',
  'claim_id',
  'stance',
  'certainty',
  'statement_id',
  'changed',
  'known_at',
  'first_known_at',
]
const list = (table?: string) =>
  sql.join(columns.map((column) => sql.ref(table ? `${table}.${column}` : column)))
const sameKey = (one: string, other: string) =>
  sql`${sql.ref(`${one}.claim_id`)} = ${sql.ref(`${other}.claim_id`)}
    and ${sql.ref(`${one}.actor_id`)} = ${sql.ref(`${other}.actor_id`)}`

/** What those whose position may be another hold by their statements, and which of them hold another stance by that. */
const find: readonly SqlText[] = [
  sql<never>`insert into due_position (${list()})
    ${positionsAsOf(sql`(s.claim_id, s.principal_id) in (select claim_id, actor_id from stale_position)`, null)}`,
  sql<never>`insert into moved_position (claim_id, actor_id)
    select stale.claim_id, stale.actor_id from stale_position as stale
    left join position as p on ${sameKey('p', 'stale')}
    left join due_position as due on ${sameKey('due', 'stale')}
    where p.stance is distinct from due.stance`,
]

const move: readonly SqlText[] = [
  sql<never>`delete from position where (actor_id, claim_id) in (
      select stale.actor_id, stale.claim_id from stale_position as stale
      where not exists (select 1 from due_position as due where ${sameKey('due', 'stale')})
    )`,
  sql<never>`insert into position (${list()})
    select ${list('due')} from due_position as due left join position as p on ${sameKey('p', 'due')}
    where (${list('p')}) is distinct from (${list('due')})
    on conflict (actor_id, claim_id) do update set ${sql.join(
      columns.slice(2).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
    )}`,
]

const settleClaims: readonly SqlText[] = [
  setCounts(sql`claim.id in (select id from stale_claim)`),
  sql<never>`insert into stale_standing (id)
    select id from stale_claim
    union select to_id from claim_relation where type = 'CONTRADICTS' and from_id in (select id from stale_claim)
    union select from_id from claim_relation where type = 'CONTRADICTS' and to_id in (select id from stale_claim)
    on conflict do nothing`,
  setStandings(sql`claim.id in (select id from stale_standing)`),
  ...['stale_position', 'due_position', 'moved_position', 'stale_claim', 'stale_standing'].map(
    (table) => sql<never>`delete from ${sql.table(table)}`,
  ),
]

/** Keeps who holds which position on a claim, and what follows from that: agreements, and how claims stand. */
export class Positions {
  readonly #isStale: ImmediatePrepared<{ found: number }>
  readonly #agreements: Agreements
  readonly #find: readonly ImmediateCommand[]
  readonly #move: readonly ImmediateCommand[]
  readonly #settleClaims: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    const commands = (texts: readonly SqlText[]) => texts.map((text) => engine.command(text))
    this.#isStale = engine.prepare(
      sql`select 1 as found where exists (select 1 from stale_claim) or exists (select 1 from stale_standing)`,
    )
    this.#agreements = new Agreements(engine)
    this.#find = commands(find)
    this.#move = commands(move)
    this.#settleClaims = commands(settleClaims)
  }

  /** All is noted that will be in this transaction: whether that is anything is asked next. */
  expect(): void {
    this.#isStale.expect([{}])
  }

  /** Brings those up to date that are noted. */
  settle(): void {
    if (!this.#isStale.get()) return
    for (const command of this.#find) command.run()
    this.#agreements.follow(() => {
      for (const command of this.#move) command.run()
    })
    for (const command of this.#settleClaims) command.run()
  }
}
