/** Keeps what was used last, up to so many entries, or to so much of whatever they are weighed by. */
export class Lru<Key, Value> {
  readonly #entries = new Map<Key, Value>()
  readonly #size: number
  readonly #keeps: (key: Key) => boolean
  readonly #weigh: (value: Value) => number
  #weight = 0

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

  /** How much of the size is taken. */
  get weight(): number {
    return this.#weight
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key)
    if (value === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    if (!this.#keeps(key)) return
    this.#delete(key)
    this.#entries.set(key, value)
    this.#weight += this.#weigh(value)
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#size) return
      this.#delete(oldest)
    }
  }

  #delete(key: Key): void {
    const value = this.#entries.get(key)
    if (value === undefined) return
    this.#entries.delete(key)
    this.#weight -= this.#weigh(value)
  }
}
