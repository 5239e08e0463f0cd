import type { Problem, ProblemKind } from '../kit/problem.ts'

const problemHeadings: Readonly<Record<ProblemKind, string>> = {
  offline: 'The connection is lost',
  missing: 'Not found',
  refused: 'This question was refused',
  'not-allowed': 'This is not allowed',
  broken: 'Something went wrong',
}

const advice: Readonly<Record<ProblemKind, string>> = {
  offline: 'Is Hearsay still running? Once it answers again, this page goes on where it was.',
  missing: '',
  refused:
    'The address of this page asks for something that the server does not take. Change or clear its filters.',
  'not-allowed': '',
  broken: 'Trying again may help; if it does not, the server’s log may say more.',
}

interface ProblemViewProps {
  readonly problem: Problem
  readonly retry: () => void
  /** Whether what is shown below is from before. */
  readonly isStale?: boolean
  /** What to do about a question that is refused, where the address is not what asks it. */
  readonly refusal?: string
}

export const ProblemView = ({
  problem,
  retry,
  isStale = false,
  refusal = advice.refused,
}: ProblemViewProps) => (
  <div class={`notice problem ${problem.kind}`} role="alert">
    <h2>{problemHeadings[problem.kind]}</h2>
    <p>{problem.message}</p>
    <p>
      {problem.kind === 'refused' ? refusal : advice[problem.kind]}{' '}
      {isStale && 'What stands below is from before.'}
    </p>
    <button type="button" class="button" onClick={retry}>
      Try again
    </button>
  </div>
)
