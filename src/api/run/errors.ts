import { randomUUID } from 'node:crypto'
import { type ExecutionResult, GraphQLError, type GraphQLErrorOptions } from 'graphql'
import {
  DatabaseLostError,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UserError,
} from '../../values/errors.ts'
import { untold } from '../kit/budget.ts'
import { count, refusedRequest } from './limits.ts'

/** Takes note of an error that nobody foresaw, under the id that its caller was told. */
export type ErrorReport = (id: string, error: unknown) => void

/** What a client is told of what the graph's engine refuses; undefined where it is told nothing of an error. */
export type RefusalText = (error: unknown) => string | undefined

/**
 * Maps whatever was thrown to what a client is told: a code and, for what the caller got wrong, the argument at fault.
 * What is not known to be safe is reported, and masked.
 */
export function toGraphQLError(error: unknown, report: ErrorReport, refusalText: RefusalText): GraphQLError {
  const cause = causeOf(error)
  if (cause instanceof UserError) return clientError(error, cause.message, userExtensions(cause))
  if (cause instanceof DatabaseLostError)
    return clientError(error, refusalText(cause) ?? cause.message, lostExtensions(cause))
  if (cause instanceof UnavailableError) return clientError(error, cause.message, { code: 'UNAVAILABLE' })
  if (cause instanceof TimeoutError) return clientError(error, cause.message, { code: 'TIMEOUT' })
  if (error instanceof GraphQLError && cause instanceof GraphQLError) {
    if (cause.extensions.code) return error
    // What wraps it says which variable, and where in it.
    if (isAboutInput(cause)) return clientError(error, error.message, { code: 'BAD_USER_INPUT' })
  }
  const refusal = refusalText(cause)
  if (refusal !== undefined) return clientError(error, refusal, { code: 'UNAVAILABLE' })
  const id = randomUUID()
  report(id, cause)
  return clientError(error, 'Unexpected error', { code: 'INTERNAL_SERVER_ERROR', id, unexpected: true })
}

/** What a resolver threw: graphql-js wraps it, sometimes twice. */
export function causeOf(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

/** Whatever else was found, an answer without the database is none. What may have been kept is not to be asked for again. */
const lostExtensions = ({ loss }: DatabaseLostError) => ({
  code: 'UNAVAILABLE',
  http: { status: 503, ...(loss !== 'while it was kept' && { headers: { 'retry-after': '5' } }) },
})

const userExtensions = (error: UserError) => ({
  code: error instanceof NotFoundError ? 'NOT_FOUND' : 'BAD_USER_INPUT',
  ...(error.argument.length > 0 && { argument: error.argument }),
  ...(error instanceof NotFoundError && { nearest: error.nearest }),
})

/** graphql-js speaks of variables and operations without a path, and of arguments with one. The rest is our fault. */
const isAboutInput = (error: GraphQLError): boolean => !error.path || error.message.startsWith('Argument "')

function clientError(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions })
  const place: GraphQLErrorOptions = {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
  }
  const isRequest = !error.path && extensions.unexpected === undefined
  return new GraphQLError(message, {
    ...place,
    extensions: isRequest ? { http: refusedRequest, ...extensions } : extensions,
  })
}

/** An answer with as many of its errors as are told, and how many more there are. */
export function someErrors(result: ExecutionResult, most: number): ExecutionResult {
  const { errors } = result
  if (!errors || (errors.length <= most && !errors.includes(untold))) return result
  const some = errors.filter((error) => error !== untold).slice(0, most)
  const more = errors.length - some.length
  const message = `${count(more)} more ${more === 1 ? 'error is' : 'errors are'} not told.`
  return { ...result, errors: [...some, new GraphQLError(message, { extensions: { code: 'MORE_ERRORS' } })] }
}
