import { useLayoutEffect, useRef } from 'preact/hooks'
import { setParams, usePlace } from '../kit/location.ts'
import { markId } from '../statement/marked-text.tsx'
import { reviewCardId } from './review-card.tsx'
import type { ReviewedStatement } from './review-query.ts'
import { isOpen } from './sure.ts'

/**
 * The proposal that is looked at: the one that the address names, or else the first that is open. Whoever goes on to
 * another takes the focus along, and the text shows its words.
 */
export function useChosen(statements: readonly ReviewedStatement[]) {
  const { params } = usePlace()
  const last = useRef<string | null>(null)
  const named = params.get('statement') ?? last.current
  const chosen = statements.find(({ id }) => id === named) ?? statements.find(isOpen) ?? statements[0] ?? null
  // Whoever looks at one goes on looking at it, though somebody else decides about it.
  last.current = chosen?.id ?? null
  const takesFocus = useRef(false)
  const id = chosen?.id ?? null
  const start = chosen?.span?.start
  // At once: the next key is pressed on what is shown.
  useLayoutEffect(() => {
    if (start !== undefined) document.getElementById(markId(start))?.scrollIntoView({ block: 'nearest' })
    if (!takesFocus.current || !id) return
    takesFocus.current = false
    focusCard(id)
  }, [id])
  const choose = (next: string | null) => {
    if (next === null) return
    takesFocus.current = true
    setParams({ statement: next }, { replace: true })
    // The same one again, such as after its form is closed.
    if (next === id) focusCard(next)
  }
  return { chosen, choose }
}

function focusCard(id: string): void {
  const card = document.getElementById(reviewCardId(id))
  card?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}
