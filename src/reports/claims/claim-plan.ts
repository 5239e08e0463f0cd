import type { NearClaim } from '../../model/claim/nearest-store.ts'
import type { Proposal } from '../proposing/propose.ts'
import { type ClaimCandidate, type ClaimFinder, PLAIN, plainlySame } from './nearest-claim.ts'
import { assertingActs, type NewClaim, newClaim, saysFalse } from './new-claim.ts'
import { hasNegation } from './polarity.ts'
import { type Proposition, propositionOf } from './proposition.ts'
import type { Whom } from './whom.ts'

/** The claim to which a proposal speaks: a known one, a new one, or none. */
export interface ClaimPlan {
  /** The claim of the graph that is plainly the same. */
  readonly claim: NearClaim | undefined
  /** Else the claim that would be made; the same object for all who speak to it. */
  readonly made: NewClaim | undefined
  /** Claims of the graph that may be the same, for a person to choose from. */
  readonly candidates: readonly ClaimCandidate[]
}

const NO_CLAIM: ClaimPlan = { claim: undefined, made: undefined, candidates: [] }

/**
 * The plans for all proposals of a report, in their order. Reading and previewing both use it, and so come to the same
 * claims.
 */
export function planClaims(proposals: readonly Proposal[], whom: Whom, finder: ClaimFinder): ClaimPlan[] {
  const made = new MadeClaims(finder)
  return proposals.map((proposal) => {
    // Which words deny is known of English alone: in another language a denial would be taken for what it denies.
    if (/\p{Script=Cyrillic}/u.test(proposal.text)) return NO_CLAIM
    const claim = newClaim(proposal, whom)
    const text = claim?.text ?? comparable(proposal)
    if (text === undefined) return NO_CLAIM
    const said = propositionOf(text)
    const candidates = finder.candidates(said, whom.terms)
    const same = claim || !pointing.test(text) ? plainlySame(candidates) : undefined
    return { claim: same, made: same || !claim ? undefined : made.sameOrNew(claim, said), candidates }
  })
}

/** Pronouns that may make it another claim, depending on whom they mean. */
const pointing =
  /\b(?:i|me|my|we|us|our|you|your|he|him|his|she|her|it|its|they|them|their|this|that|these|those|here|there|who|which)\b/i
const FEWEST_CLAIM_WORDS = 4

/**
 * The words of a proposal that make no claim of their own, to find a known claim that says the same. Undefined where a
 * denial is denied, or nothing is asserted.
 */
const comparable = ({ act, text, stance }: Proposal): string | undefined =>
  assertingActs.has(act) &&
  !saysFalse({ act, text }) &&
  !text.endsWith('?') &&
  text.split(' ').length >= FEWEST_CLAIM_WORDS &&
  (stance !== 'DENIES' || !hasNegation(text))
    ? text
    : undefined

/** The claims that one report makes: who says the same again speaks to the same claim. */
class MadeClaims {
  readonly #finder: ClaimFinder
  readonly #byText = new Map<string, NewClaim>()
  readonly #byTerm = new Map<string, { claim: NewClaim; said: Proposition }[]>()

  constructor(finder: ClaimFinder) {
    this.#finder = finder
  }

  sameOrNew(claim: NewClaim, said: Proposition): NewClaim {
    const known = this.#byText.get(claim.text) ?? this.#like(said)
    if (known) return known
    this.#byText.set(claim.text, claim)
    for (const { key } of said.terms) {
      const those = this.#byTerm.get(key)
      if (those) those.push({ claim, said })
      else this.#byTerm.set(key, [{ claim, said }])
    }
    return claim
  }

  #like(said: Proposition): NewClaim | undefined {
    const near = new Set(said.terms.flatMap(({ key }) => this.#byTerm.get(key)?.slice(-MOST_LIKE) ?? []))
    for (const one of near) if (this.#finder.score(said, one.said) >= PLAIN) return one.claim
    return undefined
  }
}

/** The most earlier claims of a report that a new one is compared with: in a book thousands share a word. */
const MOST_LIKE = 30
