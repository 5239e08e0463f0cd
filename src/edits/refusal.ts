import type { FieldPath } from '../values/errors.ts'
import { UserError } from '../values/errors.ts'
import type { NodeId } from '../values/id.ts'
import type { InvalidInput, NodeInUse, WriteProblem, WriteResult } from './request.ts'

/** Ends a change before anything of it is seen: what stands in its way is its result. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problems: readonly WriteProblem[]

  constructor(problems: readonly WriteProblem[]) {
    super(problems.map(({ message }) => message).join('\n'))
    this.problems = problems
  }
}

export const invalid = (path: FieldPath, message: string, nearest: readonly string[] = []): InvalidInput => ({
  kind: 'INVALID',
  path,
  message,
  nearest,
})

/** So many of those who refer to a node are named. */
const MOST_NAMED = 100

export const inUse = (path: FieldPath, what: string, referrers: readonly NodeId[]): NodeInUse => ({
  kind: 'IN_USE',
  path,
  message: `${what} cannot be removed while ${referrers.length === 1 ? 'another refers' : `${referrers.length} others refer`} to it.`,
  by: referrers.slice(0, MOST_NAMED),
  total: referrers.length,
})

/** Throws where there is any. */
export function refuseProblems(problems: readonly WriteProblem[]): void {
  if (problems.length > 0) throw new Refusal(problems)
}

/** What the work gives, or the problems for which it was refused: by us, or by a rule of the writers. */
export function orProblems(work: () => WriteResult): WriteResult {
  try {
    return work()
  } catch (error) {
    return refusedBy(error)
  }
}

/** The problems of a refusal, by us or by a rule of the writers, as a result; any other error is thrown on. */
export function refusedBy(error: unknown): WriteResult {
  if (error instanceof Refusal) return { revision: null, nodes: [], problems: error.problems }
  if (error instanceof UserError)
    return { revision: null, nodes: [], problems: [invalid(error.argument, error.message)] }
  throw error
}
