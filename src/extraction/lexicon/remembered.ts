const MOST_REMEMBERED = 50_000

/** A function of words that report after report asks of the same names: what it gave is kept, and only so much of it. */
export function rememberedByWords<T>(of: (words: string) => T): (words: string) => T {
  const kept = new Map<string, { readonly found: T }>()
  return (words) => {
    const known = kept.get(words)
    if (known) return known.found
    if (kept.size >= MOST_REMEMBERED) kept.clear()
    const found = of(words)
    kept.set(words, { found })
    return found
  }
}
