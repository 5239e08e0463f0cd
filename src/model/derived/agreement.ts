import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine } from '../../sql/engine.ts'

/** Two actors that take a side on a claim agree or conflict on it; whoever is uncommitted does neither. */
const takesSide = (position: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${position}.stance`)} <> 'UNCOMMITTED'`

const by = slot<number>('by')

/**
 * What the moved positions add to pairs of actors, each with all others on its claim; where both of a pair have moved, it is
 * counted from the one with the lesser key.
 */
const noteMoved = sql<never>`insert into agreement_change (a_id, b_id, agree, conflict)
  select case when moved.actor_id < o.actor_id then moved.actor_id else o.actor_id end as a,
    case when moved.actor_id < o.actor_id then o.actor_id else moved.actor_id end as b,
    ${by} * count(case when p.stance = o.stance then 1 end), ${by} * count(case when p.stance <> o.stance then 1 end)
  from moved_position as moved
  cross join position as p cross join position as o
  where p.claim_id = moved.claim_id and p.actor_id = moved.actor_id and ${takesSide('p')}
    and o.claim_id = moved.claim_id and o.actor_id <> moved.actor_id and ${takesSide('o')}
    and (o.actor_id > moved.actor_id or not exists (
      select 1 from moved_position as other where other.claim_id = moved.claim_id and other.actor_id = o.actor_id
    ))
  group by 1, 2`

const texts = [
  sql<never>`insert into agreement (a_id, b_id, agree, conflict)
    select a_id, b_id, sum(agree), sum(conflict) from agreement_change
    group by a_id, b_id having sum(agree) <> 0 or sum(conflict) <> 0
    on conflict (a_id, b_id) do update set agree = agreement.agree + excluded.agree, conflict = agreement.conflict + excluded.conflict`,
  sql<never>`delete from agreement where agree = 0 and conflict = 0
    and (a_id, b_id) in (select a_id, b_id from agreement_change)`,
  sql<never>`delete from agreement_change`,
]

/** Keeps on how many claims each two actors agree and conflict. */
export class Agreements {
  readonly #note: ImmediateCommand
  readonly #add: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    this.#note = engine.command(noteMoved)
    this.#add = texts.map((text) => engine.command(text))
  }

  /** @param move Moves the positions that `moved_position` tells. */
  follow(move: () => void): void {
    this.#note.run({ by: -1 })
    move()
    this.#note.run({ by: 1 })
    for (const command of this.#add) command.run()
  }
}
