import type { Writers } from '../../model/writers.ts'
import { itemAt } from '../../values/item-at.ts'
import type { ClaimPlan } from '../claims/claim-plan.ts'
import type { NewClaim } from '../claims/new-claim.ts'
import type { SlugMaker } from './slug-maker.ts'
import type { KnownAndNew } from './summary.ts'

/**
 * The claims that one report's proposals speak to: those of the graph that are plainly the same, or new ones. A new claim
 * is proposed, as the statements are, and counts once one that speaks to it is accepted.
 */
export class Claims {
  readonly #writers: Writers
  readonly #slugs: SlugMaker
  readonly #plans: readonly ClaimPlan[]
  readonly #matched = new Set<number>()
  readonly #made = new Map<NewClaim, number>()

  constructor(writers: Writers, slugs: SlugMaker, plans: readonly ClaimPlan[]) {
    this.#writers = writers
    this.#slugs = slugs
    this.#plans = plans
  }

  /** The claim of the proposal at a place in the list. */
  keyOf(index: number): number | undefined {
    const { claim, made } = itemAt(this.#plans, index)
    if (claim) this.#matched.add(claim.id)
    return claim?.id ?? (made && (this.#made.get(made) ?? this.#put(made)))
  }

  counts(): KnownAndNew {
    return { known: this.#matched.size, new: this.#made.size }
  }

  #put(made: NewClaim): number {
    const { text, kind, figure } = made
    const slug = this.#slugs.free('claim', text, 'claim')
    const { id } = this.#writers.claims.put({ slug, text, kind, figure, review: 'PROPOSED' })
    this.#made.set(made, id)
    return id
  }
}
