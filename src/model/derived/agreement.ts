import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine } from '../../sql/engine.ts'
import type { Stance } from '../../values/vocabulary.ts'
import type { Move } from '../positions/kept-positions.ts'

interface AgreementChange {
  readonly a: number
  readonly b: number
  agree: number
  conflict: number
}

/** Two actors that take a side on a claim agree or conflict on it; whoever is uncommitted does neither. */
const takesSide = (stance: Stance | undefined): stance is Stance =>
  stance === 'AFFIRMS' || stance === 'DENIES'

/** Adds up what the moves on many claims change between pairs of actors, so that each pair is written once. */
export class Changes {
  readonly #changes = new Map<string, AgreementChange>()

  /** The moves on one claim, made one after the other: each changes the pairs of its actor with all others. */
  note(before: ReadonlyMap<number, Stance>, moves: readonly Move[]): void {
    if (moves.length === 0) return
    const stances = new Map(before)
    for (const { actor, from, to } of moves) {
      stances.delete(actor)
      for (const [other, stance] of stances) {
        this.#count(actor, other, from, stance, -1)
        this.#count(actor, other, to, stance, 1)
      }
      if (to) stances.set(actor, to)
    }
  }

  /** Those pairs for which it does not come to nothing. */
  *pairs(): Iterable<AgreementChange> {
    for (const change of this.#changes.values()) if (change.agree !== 0 || change.conflict !== 0) yield change
  }

  #count(one: number, other: number, stance: Stance | undefined, its: Stance, by: 1 | -1): void {
    if (!takesSide(stance) || !takesSide(its)) return
    const change = this.#changeOf(Math.min(one, other), Math.max(one, other))
    if (stance === its) change.agree += by
    else change.conflict += by
  }

  #changeOf(a: number, b: number): AgreementChange {
    const key = `${a} ${b}`
    const known = this.#changes.get(key)
    if (known) return known
    const change = { a, b, agree: 0, conflict: 0 }
    this.#changes.set(key, change)
    return change
  }
}

export class Agreements {
  readonly #add: ImmediateCommand
  readonly #prune: ImmediateCommand

  constructor(engine: ImmediateEngine) {
    const [a, b] = [slot<number>('a'), slot<number>('b')]
    this.#add = engine.command(sql`insert into agreement (a_id, b_id, agree, conflict)
        values (${a}, ${b}, ${slot('agree')}, ${slot('conflict')})
        on conflict do update set agree = agree + excluded.agree, conflict = conflict + excluded.conflict`)
    this.#prune = engine.command(
      sql`delete from agreement where a_id = ${a} and b_id = ${b} and agree = 0 and conflict = 0`,
    )
  }

  apply(changes: Changes): void {
    for (const { a, b, agree, conflict } of changes.pairs()) {
      this.#add.run({ a, b, agree, conflict })
      if (agree < 0 || conflict < 0) this.#prune.run({ a, b })
    }
  }
}
