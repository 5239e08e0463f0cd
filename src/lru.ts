/** Keeps what was used last, up to so many entries. */
export class Lru<Key, Value> {
  readonly #entries = new Map<Key, Value>()
  readonly #size: number
  readonly #keeps: (key: Key) => boolean

  /** @param keeps Whether a key is worth keeping at all. */
  constructor(size: number, keeps: (key: Key) => boolean = () => true) {
    this.#size = size
    this.#keeps = keeps
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
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#size) return
    const [oldest] = this.#entries.keys()
    this.#entries.delete(oldest as Key)
  }
}
