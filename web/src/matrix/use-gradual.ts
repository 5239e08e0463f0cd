import { useEffect, useState } from 'preact/hooks'

/** How many of so many rows to show: as many as are in sight at once, and more with each frame, anew for another table. */
export function useGradual(total: number, of: object, step: number): number {
  const [shown, setShown] = useState({ of, count: step })
  const count = shown.of === of ? shown.count : step
  useEffect(() => {
    if (count >= total) return
    const frame = requestAnimationFrame(() => setShown({ of, count: count + step }))
    return () => cancelAnimationFrame(frame)
  }, [of, count, total, step])
  return Math.min(count, total)
}
