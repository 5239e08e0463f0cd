import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * What a field shows: what is typed into it, from the first key until it is taken (null) or the value is another. In
 * between the field may be drawn again, by an answer that arrives, and what is typed must stay.
 */
export function useTyped(value: string): [shown: string, type: (text: string | null) => void] {
  const [typed, setTyped] = useState<string | null>(null)
  // At once: whoever types before the next frame would lose it.
  useLayoutEffect(() => setTyped(null), [value])
  return [typed ?? value, setTyped]
}
