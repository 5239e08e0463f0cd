import { GraphQLError } from 'graphql'
import type { WriteRequest, WriteResult } from '../../edits/request.ts'
import type { FieldPath } from '../../values/errors.ts'
import type { Context } from '../kit/builder.ts'
import { requireRole } from '../kit/role.ts'

/** Everything of a request but who asks, which the context tells. */
type Unsigned<Request> = Request extends WriteRequest ? Omit<Request, 'by'> : never

/** Has a change made for whoever asks, who must be an editor. */
export async function write(context: Context, request: Unsigned<WriteRequest>): Promise<WriteResult> {
  const { id } = requireRole(context, 'EDITOR')
  if (!context.desk)
    throw new GraphQLError('This server only reads: nothing can be changed over it.', {
      extensions: { code: 'UNAVAILABLE', http: { spec: true, status: 503 } },
    })
  const result = await context.desk.write({ ...request, by: id })
  context.clock?.restart()
  if (result.revision !== null) context.written?.add(result.revision)
  return result
}

/** The same result, with problems where the caller can find them. */
export const withPaths = (result: WriteResult, toArguments: (path: FieldPath) => FieldPath): WriteResult => ({
  ...result,
  problems: result.problems.map((problem) => ({ ...problem, path: toArguments(problem.path) })),
})
