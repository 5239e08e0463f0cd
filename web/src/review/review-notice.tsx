import { plain } from '../kit/words.ts'

/** What came in with statements shares their review; a statement has its own. */
const MEANING = {
  node: 'It came in with a proposal, such as a report that was read, and nothing that is accepted speaks of it.',
  PROPOSED: 'It was read from its source, or proposed by somebody, and nobody has accepted it.',
  REJECTED: 'Somebody has read it and did not accept it. It stays here so that it is not proposed anew.',
} as const

interface ReviewNoticeProps {
  readonly review: string
  /** What it is: actor, claim, statement. */
  readonly noun: string
}

/** On the page of what is not accepted: what that means. */
export const ReviewNotice = ({ review, noun }: ReviewNoticeProps) => {
  if (review === 'ACCEPTED') return null
  const isRejected = review === 'REJECTED'
  const meaning = noun === 'statement' ? MEANING[isRejected ? 'REJECTED' : 'PROPOSED'] : MEANING.node
  return (
    <div class="notice quiet" role="note">
      <p>
        <b>
          This {noun} {isRejected ? 'was rejected' : 'is proposed, not yet accepted'}.
        </b>{' '}
        {meaning} {isRejected ? 'It' : 'As long as that is so, it'} counts nowhere: lists, numbers and the
        search leave it out unless they are asked for what is {plain(review)}.
      </p>
    </div>
  )
}
