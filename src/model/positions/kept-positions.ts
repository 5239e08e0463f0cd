import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { Stance } from '../../values/vocabulary.ts'
import { type PositionRow, positionsAsOf } from './position-rule.ts'

/** How an actor's position on a claim went from one stance to another, or came, or went. */
export interface Move {
  readonly actor: number
  readonly from: Stance | undefined
  readonly to: Stance | undefined
}

type HeldPosition = Omit<PositionRow, 'claim_id'>

/** The positions on one claim, and what a write has moved in them. */
export class Positions {
  readonly #held: ImmediatePrepared<HeldPosition>
  readonly #due: ImmediatePrepared<HeldPosition>
  readonly #set: ImmediateCommand
  readonly #drop: ImmediateCommand

  constructor(engine: ImmediateEngine) {
    const [claim, actor] = [slot<number>('claim'), slot<number>('actor')]
    this.#held =
      engine.prepare(sql`select actor_id, stance, certainty, statement_id, changed, known_at, first_known_at from position
        where claim_id = ${claim}`)
    this.#due = engine.prepare(positionsAsOf(sql`s.claim_id = ${claim}`, null))
    this.#drop = engine.command(sql`delete from position where claim_id = ${claim} and actor_id = ${actor}`)
    this.#set =
      engine.command(sql`insert into position (actor_id, claim_id, stance, certainty, statement_id, changed, known_at, first_known_at)
        values (${actor}, ${claim}, ${slot('stance')}, ${slot('certainty')}, ${slot('statement')},
          ${slot('changed')}, ${slot('known')}, ${slot('first')})
        on conflict do update set stance = excluded.stance, certainty = excluded.certainty,
          statement_id = excluded.statement_id, changed = excluded.changed, known_at = excluded.known_at,
          first_known_at = excluded.first_known_at`)
  }

  /** Brings the claim's positions up to date; returns those of before and what has moved. */
  settle(claim: number): { before: ReadonlyMap<number, Stance>; moves: readonly Move[] } {
    const held = new Map(this.#held.all({ claim }).map((row) => [row.actor_id, row]))
    const due = new Map(this.#due.all({ claim }).map((row) => [row.actor_id, row]))
    const moves: Move[] = []
    for (const actor of new Set([...held.keys(), ...due.keys()])) {
      const [old, now] = [held.get(actor), due.get(actor)]
      if (!now) this.#drop.run({ claim, actor })
      else if (!old || !samePosition(old, now)) this.#write(claim, now)
      if (old?.stance !== now?.stance) moves.push({ actor, from: old?.stance, to: now?.stance })
    }
    return { before: new Map([...held].map(([actor, row]) => [actor, row.stance])), moves }
  }

  #write(claim: number, row: HeldPosition): void {
    const { actor_id: actor, stance, certainty, statement_id: statement, changed } = row
    const [known, first] = [row.known_at, row.first_known_at]
    this.#set.run({ claim, actor, stance, certainty, statement, changed, known, first })
  }
}

const samePosition = (a: HeldPosition, b: HeldPosition): boolean =>
  a.statement_id === b.statement_id &&
  a.stance === b.stance &&
  a.certainty === b.certainty &&
  a.changed === b.changed &&
  a.known_at === b.known_at &&
  a.first_known_at === b.first_known_at
