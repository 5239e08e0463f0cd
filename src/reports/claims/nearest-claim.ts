import type { NearClaim, NearestClaims } from '../../model/claim/nearest-store.ts'
import { atOnce } from '../../sql/engine.ts'
import { Lru } from '../../values/lru.ts'
import { ClaimPostings, MOST_HOLDING } from './claim-postings.ts'
import { claimLikeness, type WeightOf } from './likeness.ts'
import { type PlacedTerm, type Proposition, propositionOf } from './proposition.ts'

/** A claim of the graph, and how alike it is: 1 says the same in the same words. */
export interface ClaimCandidate {
  readonly claim: NearClaim
  readonly score: number
}

/**
 * The least likeness of a claim that is offered: one that is less alike speaks of the same things, and says something
 * else.
 */
export const LEAST_OFFERED = 0.5
/** The least likeness of a claim that is plainly the same, and is taken without a person. */
export const PLAIN = 0.6
const MOST_OFFERED = 5

/** The most claims that are looked at for a set of common words. */
const MOST_TOGETHER = 50
const MOST_COMMON = 6
const MOST_COMPARED = 40
/** The least share of the wanted terms that a claim must have: with less it cannot be as alike as what is offered. */
const LEAST_SHARED = 0.25

/**
 * Finds the claims of a graph that say nearly what a sentence says. How rare a word is was counted when it was first met:
 * in a graph that has grown to twice its size it is counted anew.
 */
export class ClaimFinder {
  readonly #claims: NearestClaims
  readonly #postings: ClaimPostings
  readonly #counts = new Map<string, number>()
  /** The claims that were compared, by their text: report after report meets the same ones. */
  readonly #compared = new Lru<string, Proposition>(5000)
  #countedAt = 0

  constructor(claims: NearestClaims) {
    this.#claims = claims
    this.#postings = new ClaimPostings(claims)
  }

  /** Takes in what was added to the graph; to be called before a report is compared with it. */
  refresh(): void {
    this.#postings.refresh()
    if (this.#postings.size < this.#countedAt * 2 && this.#counts.size < MOST_COUNTED) return
    this.#counts.clear()
    this.#countedAt = this.#postings.size
  }

  /** Says that since it was last refreshed the graph only got new claims, as a report brings them. */
  wrote(): void {
    this.#postings.wrote()
  }

  /**
   * The claims that are most alike, at most five, the most alike first.
   *
   * @param around The terms that stand around what is wanted, in the same report.
   */
  candidates(wanted: Proposition, around?: ReadonlySet<string>): ClaimCandidate[] {
    if (wanted.terms.length === 0) return []
    if (this.#postings.size === 0) this.refresh()
    const found = atOnce(this.#claims.byIds(this.#idsNear(wanted)))
    return found
      .map((claim) => ({
        claim,
        score: this.score(wanted, this.#compared.take(claim.text, propositionOf), around),
      }))
      .filter(({ score }) => score >= LEAST_OFFERED)
      .sort((a, b) => b.score - a.score || a.claim.id - b.claim.id)
      .slice(0, MOST_OFFERED)
  }

  /** The likeness of two claims in hundredths: more digits would be no more exact. */
  score(one: Proposition, other: Proposition, around?: ReadonlySet<string>): number {
    return Math.round(claimLikeness(one, other, this.#weightOf, around) * 100) / 100
  }

  readonly #weightOf: WeightOf = (term) => {
    if (this.#postings.size === 0) this.refresh()
    const count = this.#counts.get(term.key) ?? this.#count(term, this.#postings.holding(term))
    return Math.log((this.#postings.size + SMOOTH) / (count + 1))
  }

  /** About how many hold it: as dense as the latest are, so are all. */
  #count({ key }: PlacedTerm, ids: readonly number[]): number {
    const oldest = ids[0] ?? this.#postings.size
    const isAll = ids.length < MOST_HOLDING
    const count = isAll
      ? ids.length
      : (ids.length * this.#postings.size) / Math.max(this.#postings.size - oldest + 1, 1)
    this.#counts.set(key, count)
    return count
  }

  /** The claims that have a rare word, or several common words together. */
  #idsNear({ terms }: Proposition): number[] {
    const weights = new Map<number, number>()
    const common: PlacedTerm[] = []
    for (const term of terms) {
      const ids = (this.#counts.get(term.key) ?? 0) > MOST_HOLDING ? [] : this.#postings.holding(term)
      if (ids.length > 0) this.#count(term, ids)
      const weight = this.#weightOf(term)
      if (ids.length > 0 && ids.length < MOST_HOLDING)
        for (const id of ids.toReversed()) weights.set(id, (weights.get(id) ?? 0) + weight)
      else if (ids.length === MOST_HOLDING || (this.#counts.get(term.key) ?? 0) > 0) common.push(term)
    }
    const least = LEAST_SHARED * this.#sum(terms) - this.#sum(common)
    const rare = [...weights]
      .filter(([, weight]) => weight >= least)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_COMPARED)
    return [...new Set([...rare.map(([id]) => id), ...this.#together(common)])]
  }

  #sum(terms: readonly PlacedTerm[]): number {
    return terms.reduce((total, term) => total + this.#weightOf(term), 0)
  }

  /** All of the rarest of them, then all but one. */
  #together(common: readonly PlacedTerm[]): number[] {
    if (common.length < 2) return []
    const terms = [...common].sort((a, b) => this.#weightOf(b) - this.#weightOf(a)).slice(0, MOST_COMMON)
    const sets = [terms, ...terms.map((_, left) => terms.filter((_, at) => at !== left))]
    return sets
      .filter((set) => set.length > 1)
      .flatMap((set) =>
        atOnce(
          this.#claims.holding(
            set.map(({ forms }) => forms),
            MOST_TOGETHER,
          ),
        ),
      )
  }
}

const finders = new WeakMap<NearestClaims, ClaimFinder>()

/** The one of a graph, which has counted its words, as the graph is now. */
export function finderOf(claims: NearestClaims): ClaimFinder {
  const finder = finders.get(claims) ?? new ClaimFinder(claims)
  finders.set(claims, finder)
  finder.refresh()
  return finder
}

const SMOOTH = 50
const MOST_COUNTED = 50_000

/** Only what is plainly the same, and where no other claim is nearly as alike. */
export function plainlySame([first, second]: readonly ClaimCandidate[]): NearClaim | undefined {
  if (!first || first.score < PLAIN) return undefined
  return second && second.score > first.score - TOO_CLOSE && first.score < 1 ? undefined : first.claim
}

const TOO_CLOSE = 0.03
