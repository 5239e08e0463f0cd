import './desk.css'
import { Link } from '../kit/link.tsx'
import { pathOf } from '../kit/node-path.ts'
import { ConflictView, type MineText } from './conflict-view.tsx'
import { nodeTitle } from './named-node.ts'
import type { Writing } from './use-write.ts'
import { type ArgumentPath, problemsAt, problemsElsewhere, type WriteProblem } from './write-problem.ts'

interface FieldProblemsProps {
  readonly problems: readonly WriteProblem[]
  readonly path: ArgumentPath
  /** Takes one of the nearest that would be right. */
  readonly take?: (nearest: string) => void
}

/** Beneath a field: what is wrong with what stands in it, and what would be right. */
export const FieldProblems = ({ problems, path, take }: FieldProblemsProps) =>
  problemsAt(problems, path).map((problem) => (
    <div key={problem.message} class="refused" role="alert">
      <span>{problem.message}</span>
      {take && <Nearest problem={problem} take={take} />}
    </div>
  ))

const Nearest = ({
  problem,
  take,
}: {
  readonly problem: WriteProblem
  readonly take: (nearest: string) => void
}) =>
  problem.__typename === 'Invalid' && problem.nearest.length > 0 ? (
    <span class="nearest-right">
      {' Did you mean '}
      {problem.nearest.map((nearest) => (
        <button key={nearest} type="button" class="chip" onClick={() => take(nearest)}>
          {nearest}
        </button>
      ))}
    </span>
  ) : null

interface WriteProblemsProps {
  readonly writing: Pick<Writing, 'problems' | 'failure'>
  /** The fields beside which their problems are shown. */
  readonly shown?: readonly ArgumentPath[]
  /** What the form has for a field that another changed, as text; undefined where it leaves the field alone. */
  readonly mine?: MineText
  /** Left out, as keepMine is, where there is nothing typed to choose for, such as where something is undone. */
  readonly takeTheirs?: () => void
  /** Sends the same again, on top of the revision that came in between. */
  readonly keepMine?: (revision: string) => void
}

/** Above a form: all that stands in its way and is not shown beside one of its fields. */
export function WriteProblems({ writing, shown = [], mine, takeTheirs, keepMine }: WriteProblemsProps) {
  const { problems, failure } = writing
  const others = problemsElsewhere(problems, shown)
  if (failure)
    return (
      <div class={`notice problem ${failure.kind}`} role="alert">
        <p>{failure.message}</p>
        <p>
          What you typed is kept in this browser.{' '}
          {failure.kind === 'not-allowed' ? <a href="/sign-in">Sign in</a> : 'You can try again.'}
        </p>
      </div>
    )
  return others.map((problem) =>
    problem.__typename === 'Conflict' ? (
      <ConflictView
        key={problem.revision.id}
        conflict={problem}
        {...(mine && { mine })}
        {...(takeTheirs && { takeTheirs })}
        {...(keepMine && { keepMine: () => keepMine(problem.revision.id) })}
      />
    ) : (
      <div key={problem.message} class="notice problem" role="alert">
        <p>{problem.message}</p>
        {problem.__typename === 'InUse' && <InUseBy {...problem} />}
      </div>
    ),
  )
}

type InUseProblem = Extract<WriteProblem, { __typename: 'InUse' }>

const InUseBy = ({ by, total }: Pick<InUseProblem, 'by' | 'total'>) => (
  <ul>
    {by.map((node) => (
      <li key={node.id}>
        <Link href={pathOf(node)}>{nodeTitle(node)}</Link>
      </li>
    ))}
    {total > by.length && <li>and {(total - by.length).toLocaleString('en')} more</li>}
  </ul>
)
