import { Lru } from '../values/lru.ts'

/** How often something may be done by each within a time. */
export interface Rate {
  readonly most: number
  /** In milliseconds. */
  readonly within: number
}

interface Counted {
  readonly since: number
  readonly count: number
}

/** So many addresses or users are counted at a time; beyond that, those are forgotten that did nothing for longest. */
const MOST_KEYS = 10_000

/** Counts what each does within a time, which begins with the first that they do. */
export class RateLimit {
  readonly #rate: Rate
  readonly #counted = new Lru<string | number, Counted>(MOST_KEYS)

  constructor(rate: Rate) {
    this.#rate = rate
  }

  /** Counts so much more for somebody. @returns The seconds to wait where it is too much; null where it is not. */
  count(key: string | number, more = 1): number | null {
    const { most, within } = this.#rate
    const now = performance.now()
    const known = this.#counted.get(key)
    const { since, count } = known && now - known.since < within ? known : { since: now, count: 0 }
    // What is refused is not counted on, so that whoever keeps asking is let in when the time is over.
    const isTooMuch = count > 0 && count + more > most
    if (!isTooMuch) this.#counted.set(key, { since, count: count + more })
    return isTooMuch ? Math.ceil((since + within - now) / 1000) : null
  }
}
