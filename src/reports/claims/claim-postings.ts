import type { NearClaim, NearestClaims } from '../../model/claim/nearest-store.ts'
import { atOnce } from '../../sql/engine.ts'
import { indexedText } from '../../text/words.ts'
import type { Term } from './terms.ts'

/** The number of claims that are known for each term: the latest ones. */
export const MOST_HOLDING = 200
const MOST_POSTINGS = 20_000

/** The claims that hold a term, the latest last. */
type Posting = number[]

/**
 * Remembers which claims hold a term. Reports ask for the same terms again and again, and between two of them a graph
 * gets a few claims: those are read once and added to what is remembered. Where anybody else has written, all is forgotten.
 */
export class ClaimPostings {
  readonly #claims: NearestClaims
  readonly #postings = new Map<string, Posting>()
  /** The postings for each form in which a term is indexed. */
  readonly #byForm = new Map<string, Posting[]>()
  #state = ''
  #size = 0

  constructor(claims: NearestClaims) {
    this.#claims = claims
  }

  /** About how many claims there were at the last refresh. */
  get size(): number {
    return this.#size
  }

  /** Brings what is remembered up to date with the graph. */
  refresh(): void {
    const state = atOnce(this.#claims.state())
    const size = atOnce(this.#claims.size())
    if (state !== this.#state || size < this.#size || this.#postings.size > MOST_POSTINGS) this.#forget()
    else for (const claim of atOnce(this.#claims.after(this.#size))) this.#add(claim)
    this.#state = state
    this.#size = size
  }

  /** Says that whatever was written since the last refresh only added claims. */
  wrote(): void {
    this.#state = atOnce(this.#claims.state())
  }

  /** The latest claims that hold any form of a term, the latest last. */
  holding({ forms }: Term): readonly number[] {
    const key = forms.join(' ')
    const known = this.#postings.get(key)
    if (known) return known
    const posting = atOnce(this.#claims.holding([forms], MOST_HOLDING)).reverse()
    this.#postings.set(key, posting)
    for (const form of forms) {
      const those = this.#byForm.get(form)
      if (those) those.push(posting)
      else this.#byForm.set(form, [posting])
    }
    return posting
  }

  #add({ id, text }: NearClaim): void {
    const { words, forms } = indexedText(text)
    for (const form of new Set(`${words} ${forms}`.split(' ')))
      for (const posting of this.#byForm.get(form) ?? []) {
        if (posting.at(-1) === id) continue
        posting.push(id)
        if (posting.length > MOST_HOLDING) posting.shift()
      }
  }

  #forget(): void {
    this.#postings.clear()
    this.#byForm.clear()
  }
}
