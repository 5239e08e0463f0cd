import type { NearestClaims } from '../graph/claim/nearest-store.ts'
import type { Writers } from '../graph/write.ts'
import { nearestClaim } from './nearest-claim.ts'
import { newClaim } from './new-claim.ts'
import type { Proposal } from './propose.ts'
import type { SlugMaker } from './slug-maker.ts'
import type { KnownAndNew } from './summary.ts'

/**
 * The claims that one report's proposals speak to: the nearest in the graph, or a new one. A new claim is proposed, as the
 * statements are, and counts once one that speaks to it is accepted.
 */
export class Claims {
  readonly #writers: Writers
  readonly #slugs: SlugMaker
  readonly #nearest: NearestClaims
  readonly #matched = new Set<number>()
  readonly #made = new Map<string, number>()
  readonly #madeIds = new Set<number>()

  constructor(writers: Writers, slugs: SlugMaker, nearest: NearestClaims) {
    this.#writers = writers
    this.#slugs = slugs
    this.#nearest = nearest
  }

  keyOf(proposal: Proposal): number | undefined {
    const text = newClaim(proposal)
    const made = text === undefined ? undefined : this.#made.get(text)
    if (made !== undefined) return made
    const near = nearestClaim(proposal, this.#nearest)
    if (near) {
      if (!this.#madeIds.has(near.id)) this.#matched.add(near.id)
      return near.id
    }
    return text === undefined ? undefined : this.#put(text)
  }

  counts(): KnownAndNew {
    return { known: this.#matched.size, new: this.#made.size }
  }

  #put(text: string): number {
    const slug = this.#slugs.free('claim', text, 'claim')
    const { id } = this.#writers.claims.put({ slug, text, kind: 'OTHER', review: 'PROPOSED' })
    this.#made.set(text, id)
    this.#madeIds.add(id)
    return id
  }
}
