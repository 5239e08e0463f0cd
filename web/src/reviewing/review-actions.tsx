interface ReviewActionsProps {
  readonly review: string
  readonly isEdited: boolean
  readonly newActors: number
  readonly accept: () => void
  readonly reject: () => void
  readonly edit: () => void
  readonly identify: () => void
}

/** What can be done with the chosen proposal, each with its key. */
export const ReviewActions = (props: ReviewActionsProps) => {
  const { review, isEdited, newActors, accept, reject, edit, identify } = props
  return (
    <p class="review-actions">
      {review !== 'ACCEPTED' && (
        <button type="button" class="button main" onClick={accept}>
          Accept{isEdited && ' as edited'} <kbd>a</kbd>
        </button>
      )}
      {review !== 'REJECTED' && (
        <button type="button" class="button" onClick={reject}>
          Reject <kbd>r</kbd>
        </button>
      )}
      <button type="button" class="button" onClick={edit}>
        Edit <kbd>e</kbd>
      </button>
      {newActors > 0 && (
        <button type="button" class="button" onClick={identify}>
          Who is this? <kbd>w</kbd>
        </button>
      )}
    </p>
  )
}
