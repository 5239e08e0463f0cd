import { useEffect, useRef, useState } from 'preact/hooks'

/** What the address gives, until a hand holds something else; what it lets go of is written down. */
export function useHeld<Value>(given: Value, key: string, write: (value: Value) => void) {
  const [held, setHeld] = useState<{ readonly value: Value } | null>(null)
  const latest = useRef<Value>(given)
  latest.current = held ? held.value : given
  useEffect(() => setHeld(null), [key])
  return {
    value: latest.current,
    /** Several changes may come before the page is drawn again: each builds on the one before. */
    hold: (change: (value: Value) => Value) => {
      latest.current = change(latest.current)
      setHeld({ value: latest.current })
    },
    rest: () => write(latest.current),
  }
}
