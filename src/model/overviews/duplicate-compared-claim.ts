import { foldedName } from '../../text/fold.ts'
import { stemmed } from '../../text/stem.ts'
import { isStopWord } from '../../text/stop-words.ts'
import { tokensOf } from '../../text/words.ts'
import { Lru } from '../../values/lru.ts'
import type { ClaimKind } from '../../values/vocabulary.ts'

export interface ClaimFacts {
  readonly id: number
  readonly text: string
  readonly kind: ClaimKind
  readonly subject: number | null
  readonly event: number | null
  readonly object: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
}

/** A claim with what its text is compared by. */
export interface ComparedClaim extends ClaimFacts {
  readonly plain: string
  readonly terms: ReadonlySet<string>
}

/** The same words come again and again, and to stem one takes as long as all else that is done with it. */
const keptTerms = new Lru<string, string>(50_000, (word) => word.length <= 40)

/** The words of a text, without those that tell nothing, by their stems. */
export function claimTerms(text: string): Set<string> {
  const terms = new Set<string>()
  for (const word of tokensOf(text)) if (!isStopWord(word)) terms.add(keptTerms.take(word, stemmed))
  return terms
}

export function comparedClaim(claim: ClaimFacts): ComparedClaim {
  const plain = foldedName(claim.text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return { ...claim, plain, terms: claimTerms(claim.text) }
}

/** How much of the words of both is in both: 0 for nothing, 1 for all. */
export function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}
