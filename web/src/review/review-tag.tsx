interface ReviewTagProps {
  readonly review: string
}

/** Tells what does not count from what does, in lists that may hold both. */
export const ReviewTag = ({ review }: ReviewTagProps) => {
  if (review === 'PROPOSED') return <span class="tag proposed">proposed, not yet accepted</span>
  if (review === 'REJECTED') return <span class="tag rejected">rejected</span>
  return null
}
