import { useEffect, useRef, useState } from 'preact/hooks'
import { revisionNumber } from '../desk/revision-number.ts'
import type { ReviewAnswer, ReviewedStatement } from './review-query.ts'

/**
 * Every statement that was open since the page was opened, as it was last heard of. What is decided, here or by somebody
 * else, is asked for by its id from then on and stays in sight, so that nobody loses the place where they are.
 */
export function useSeen() {
  const seen = useRef(new Map<string, ReviewedStatement>())
  const [closed, setClosed] = useState<readonly string[]>([])
  /** Takes in what was heard, the latest at the end; what was heard of a later revision stays. */
  const takeIn = (heard: Iterable<ReviewedStatement>): readonly ReviewedStatement[] => {
    for (const one of heard) {
      const known = seen.current.get(one.id)
      if (!known || revisionNumber(one.revision.id) >= revisionNumber(known.revision.id))
        seen.current.set(one.id, one)
    }
    return [...seen.current.values()]
  }
  /** Once an answer has come: which are no longer among those that are open. */
  const useClosed = (data: ReviewAnswer | undefined) =>
    useEffect(() => {
      if (!data) return
      const open = new Set(data.source?.proposed.nodes.map(({ id }) => id))
      const next = [...seen.current.keys()].filter((id) => !open.has(id))
      if (next.join() !== closed.join()) setClosed(next)
    }, [data])
  return { closed, takeIn, useClosed }
}
