import type { ReviewedSource } from './review-query.ts'
import { SURE_MEANS } from './sure.ts'

interface ReviewStatusProps {
  readonly source: ReviewedSource
  readonly told: string
  readonly sure: number
  readonly canUndo: boolean
  readonly isHelpOpen: boolean
  readonly acceptSure: () => void
  readonly undo: () => void
  readonly toggleHelp: () => void
}

/** How far the review is, what was done last, and what can be done with all of it. */
export const ReviewStatus = (props: ReviewStatusProps) => {
  const { source, told, sure, canUndo, isHelpOpen, acceptSure, undo, toggleHelp } = props
  const { proposed, accepted, rejected } = source
  return (
    <div class="review-status">
      <p class="counts">
        <b>{proposed.totalCount.toLocaleString('en')} open</b>, {accepted.totalCount.toLocaleString('en')}{' '}
        accepted, {rejected.totalCount.toLocaleString('en')} rejected
      </p>
      <p class="told" role="status">
        {told}
      </p>
      <p class="review-actions">
        <button
          type="button"
          class="button quiet"
          disabled={sure === 0}
          title={SURE_MEANS}
          onClick={acceptSure}
        >
          Accept all {sure > 0 && sure} that are sure <kbd>Shift A</kbd>
        </button>
        <button type="button" class="button quiet" disabled={!canUndo} onClick={undo}>
          Undo <kbd>u</kbd>
        </button>
        <button type="button" class="button quiet" aria-expanded={isHelpOpen} onClick={toggleHelp}>
          Keys <kbd>?</kbd>
        </button>
      </p>
      <p class="faint sure-means">{SURE_MEANS}</p>
    </div>
  )
}
