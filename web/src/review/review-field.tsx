import type { reviewStates } from '../../../src/values/vocabulary.ts'
import { setParams } from '../kit/location.ts'
import { Choice } from '../page/choice.tsx'

type ReviewState = (typeof reviewStates)[number]

/** Nodes are never rejected: only the statements that speak of them are. */
export const NODE_REVIEWS = ['ACCEPTED', 'PROPOSED'] as const satisfies readonly ReviewState[]

const OPTIONS = [
  ['', 'accepted'],
  ['PROPOSED', 'proposed'],
  ['ACCEPTED PROPOSED', 'accepted or proposed'],
] as const
const REJECTED = ['REJECTED', 'rejected'] as const

interface ReviewFieldProps {
  /** What the address asks for; where it names no state, what is accepted. */
  readonly chosen: readonly ReviewState[] | undefined
  readonly offersRejected?: boolean
}

/** What is listed: what counts, or what somebody has yet to accept. */
export const ReviewField = ({ chosen = [], offersRejected = false }: ReviewFieldProps) => (
  <Choice
    label="Review"
    value={chosen.join() === 'ACCEPTED' ? '' : chosen.join(' ')}
    options={offersRejected ? [...OPTIONS, REJECTED] : OPTIONS}
    choose={(states) => setParams({ review: states.split(' ') })}
  />
)
