import { counted } from '../kit/words.ts'
import type { Decisions } from './decisions.ts'
import type { ReviewedSource } from './review-query.ts'
import { SURE_MEANS } from './sure.ts'

interface ReviewStatusProps {
  readonly source: ReviewedSource
  readonly decisions: Decisions
  /** The statement that is looked at. */
  readonly chosen: string | null
  readonly lookAtStopped: () => void
  readonly sure: number
  readonly isHelpOpen: boolean
  readonly acceptSure: () => void
  readonly undo: () => void
  readonly toggleHelp: () => void
}

/** How far the review is, what was done last, and what can be done with all of it. */
export const ReviewStatus = (props: ReviewStatusProps) => {
  const { source, decisions, chosen, lookAtStopped, sure, isHelpOpen, acceptSure, undo, toggleHelp } = props
  const { proposed, accepted, rejected } = source
  const { told, waiting, stopped, canUndo } = decisions
  return (
    <div class="review-status">
      <p class="counts">
        <b>{proposed.totalCount.toLocaleString('en')} open</b>, {accepted.totalCount.toLocaleString('en')}{' '}
        accepted, {rejected.totalCount.toLocaleString('en')} rejected
        {waiting > 0 && <span class="faint">, {counted(waiting, 'change')} being written</span>}
      </p>
      <p class="told" role="status">
        {stopped ? stoppedWords(stopped) : told}
        {stopped && stopped.write.deed.at !== chosen && (
          <>
            {' '}
            <button type="button" class="text-button" onClick={lookAtStopped}>
              Look at it
            </button>
          </>
        )}
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

/** That the last change was not written, nor any that was asked for after it. */
const stoppedWords = ({ unsent }: NonNullable<Decisions['stopped']>): string =>
  [
    'Stopped: this was not written.',
    unsent > 0 && `Nor ${unsent === 1 ? 'was the change' : `were the ${unsent} changes`} that came after it.`,
    'Settle what stands in the way, or press Esc, and go on.',
  ]
    .filter(Boolean)
    .join(' ')
