import { type ExecutionResult, GraphQLError } from 'graphql'
import { DatabaseLostError } from '../../values/errors.ts'
import { formatRevisionId } from '../../values/id.ts'
import { causeOf } from './errors.ts'

/**
 * An answer to what has changed the graph, that says so where the database was lost before the change could be read back: whoever
 * is only told that there is no database would make the change again.
 *
 * @param written The revisions that were written.
 */
export function withKeptChanges(result: ExecutionResult, written: ReadonlySet<number>): ExecutionResult {
  if (!result.errors || written.size === 0) return result
  return {
    ...result,
    errors: result.errors.map((error) => (isOfReadingBack(error) ? kept(error, written) : error)),
  }
}

/** A mutation's own error is at its own place; what is below has been answered by one that was done. */
const isOfReadingBack = (error: GraphQLError): boolean =>
  error.path !== undefined && error.path.length > 1 && causeOf(error) instanceof DatabaseLostError

function kept({ nodes, path }: GraphQLError, written: ReadonlySet<number>): GraphQLError {
  const revisions = [...written].map(formatRevisionId)
  return new GraphQLError(
    `What was asked for was kept as ${revisions.join(', ')}, and could not be read back: the database of the graph does not answer. Do not ask for it again.`,
    { nodes: nodes ?? null, path: path ?? null, extensions: { code: 'UNAVAILABLE', revisions } },
  )
}
