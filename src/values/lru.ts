/**
 * Keeps what was used last, up to so many entries, or to so much of whatever they are weighed by. What has gone longest
 * without being used is let go first, to within half of the size: a look at what is recent moves nothing, and so costs no
 * more than a look into a map.
 */
export class Lru<Key, Value> {
  readonly #size: number
  readonly #keeps: (key: Key) => boolean
  readonly #weigh: (value: Value) => number
  /** Used within the last half of the size. */
  readonly #recent = new Map<Key, Value>()
  /** All others, by when they were used. */
  readonly #older = new Map<Key, Value>()
  #recentWeight = 0
  #olderWeight = 0

  /**
   * @param keeps Whether a key is worth keeping at all.
   * @param weigh How much of the size a value takes.
   */
  constructor(
    size: number,
    keeps: (key: Key) => boolean = () => true,
    weigh: (value: Value) => number = () => 1,
  ) {
    this.#size = size
    this.#keeps = keeps
    this.#weigh = weigh
  }

  /** The part of the size that is taken. */
  get weight(): number {
    return this.#recentWeight + this.#olderWeight
  }

  get(key: Key): Value | undefined {
    const recent = this.#recent.get(key)
    if (recent !== undefined) return recent
    const older = this.#older.get(key)
    if (older !== undefined) this.#use(key, older)
    return older
  }

  set(key: Key, value: Value): void {
    if (!this.#keeps(key)) return
    const before = this.#recent.get(key)
    if (before !== undefined) this.#recentWeight -= this.#weigh(before)
    this.#use(key, value)
    for (const oldest of this.#older.keys()) {
      if (this.weight <= this.#size) return
      this.#dropOlder(oldest)
    }
  }

  /** The value that is kept under a key, or is made for it and kept. */
  take(key: Key, make: (key: Key) => Value): Value {
    const known = this.get(key)
    if (known !== undefined) return known
    const made = make(key)
    this.set(key, made)
    return made
  }

  #use(key: Key, value: Value): void {
    this.#dropOlder(key)
    this.#recent.set(key, value)
    this.#recentWeight += this.#weigh(value)
    if (this.#recentWeight <= this.#size / 2) return
    for (const [one, its] of this.#recent) this.#older.set(one, its)
    this.#olderWeight += this.#recentWeight
    this.#recent.clear()
    this.#recentWeight = 0
  }

  #dropOlder(key: Key): void {
    const value = this.#older.get(key)
    if (value === undefined) return
    this.#older.delete(key)
    this.#olderWeight -= this.#weigh(value)
  }
}
