import { sql } from 'kysely'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { Positions } from '../positions/kept-positions.ts'
import { setCounts, setStandings } from '../positions/standing.ts'
import { Agreements, Changes } from './agreement.ts'
import { facetDefinitions } from './facets.ts'
import { Reviews } from './review.ts'

const claimIsStale = sql`claim.id in (select id from stale_claim)`
const staleOrContradicting = sql`claim.id in (
  select id from stale_claim
  union select to_id from claim_relation where type = 'CONTRADICTS' and from_id in (select id from stale_claim)
  union select from_id from claim_relation where type = 'CONTRADICTS' and to_id in (select id from stale_claim)
)`
/** The index by number of statements has the facet first: each facet is asked for its rows of nothing. */
const pruneTally = sql`delete from tally where statements = 0
  and facet in (${sql.join(Object.keys(facetDefinitions).map((facet) => sql.lit(facet)))})`

/**
 * Makes right what does not add up, for what the writes of a transaction have touched. It costs as much as the claims among
 * it have statements, and as their moved actors have partners; the size of the graph does not matter.
 */
export class Settler {
  readonly #reviews: Reviews
  readonly #stale: ImmediatePrepared<{ id: number }>
  readonly #positions: Positions
  readonly #agreements: Agreements
  readonly #after: readonly ImmediateCommand[]
  readonly #prune: readonly ImmediateCommand[]

  constructor(engine: ImmediateEngine) {
    this.#reviews = new Reviews(engine)
    this.#stale = engine.prepare(sql`select id from stale_claim order by id`)
    this.#positions = new Positions(engine)
    this.#agreements = new Agreements(engine)
    this.#after = [
      setCounts(claimIsStale),
      setStandings(staleOrContradicting),
      sql`delete from stale_claim`,
    ].map((text) => engine.command(text))
    this.#prune = [pruneTally, sql`delete from speaks_about where statements = 0`].map((text) =>
      engine.command(text),
    )
  }

  settle(): void {
    this.#reviews.settle()
    const claims = this.#stale.all()
    const changes = new Changes()
    for (const { id } of claims) {
      const { before, moves } = this.#positions.settle(id)
      changes.note(before, moves)
    }
    this.#agreements.apply(changes)
    if (claims.length > 0) for (const statement of this.#after) statement.run()
    for (const statement of this.#prune) statement.run()
  }
}
