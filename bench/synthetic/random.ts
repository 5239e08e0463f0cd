/** Numbers that look random and are the same for the same seed (Tommy Ettinger's mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** From 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  between(first: number, last: number): number {
    return first + this.below(last - first + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  /** One of `[value, weight]`, the heavier the likelier. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return (choices.at(-1) as readonly [T, number])[0]
  }

  /** How often something happens that happens `mean` times on average, and now and then much more often. */
  several(mean: number): number {
    return 1 + Math.floor(-Math.log(1 - this.next()) * (mean - 0.5))
  }
}

/**
 * Ranks from 0, each drawn about 1/(rank + flat + 1) as often as it is high (Zipf-Mandelbrot): few are everywhere and
 * most are hardly ever met, as speakers, topics and words are. The larger `flat`, the less the first stand out.
 */
export class Zipf {
  readonly #random: Random
  readonly #cumulated: Float64Array

  constructor(random: Random, size: number, flat = 1) {
    this.#random = random
    this.#cumulated = new Float64Array(size)
    let sum = 0
    for (let rank = 0; rank < size; rank++) {
      sum += 1 / (rank + flat + 1)
      this.#cumulated[rank] = sum
    }
  }

  rank(): number {
    const cumulated = this.#cumulated
    const wanted = this.#random.next() * (cumulated.at(-1) as number)
    let [low, high] = [0, cumulated.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulated[middle] as number) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
