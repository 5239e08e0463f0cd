import type { Problem } from '../kit/problem.ts'
import { ProblemView } from '../page/problem-view.tsx'

interface ImportFailureProps {
  readonly problem: Problem
  readonly retry: () => void
}

/** Why the server did not take a file, or could not be asked. */
export const ImportFailure = ({ problem, retry }: ImportFailureProps) =>
  problem.kind === 'refused' ? (
    <div class="notice problem" role="alert">
      <h3>This was not taken</h3>
      <p>{problem.message}</p>
    </div>
  ) : (
    <ProblemView problem={problem} retry={retry} />
  )
