import type { IncomingMessage, ServerResponse } from 'node:http'
import { Admission } from './admission.ts'
import { ANSWER_HEADERS } from './answer.ts'
import type { Caller } from './callers.ts'
import { type HandOn, Lane } from './lane.ts'
import { Operations, type OperationsOptions } from './operations.ts'
import type { AllowedOrigins } from './origin.ts'
import { StreamGuards } from './stream-guards.ts'
import { createYogaServer, type Yoga } from './yoga.ts'

export interface GraphQLServerOptions extends OperationsOptions {
  /** The pages of other sites that may ask. */
  readonly origins: AllowedOrigins
  /** Whether whoever has not signed in is answered nothing. */
  readonly isPrivate?: boolean
  /** Whether plain queries are answered without Yoga; a test compares both. */
  readonly lane?: boolean
}

export interface GraphQLServer {
  /** What both ways share, for others that ask the same graph. */
  readonly operations: Operations
  readonly admission: Admission
  readonly yoga: Yoga
  readonly handle: (
    request: IncomingMessage,
    response: ServerResponse,
    caller: Caller,
  ) => void | Promise<void>
}

/** GraphQL over HTTP, by two ways in that share all that is done with an operation. */
export function createGraphQLServer(options: GraphQLServerOptions): GraphQLServer {
  const operations = new Operations(options)
  const admission = new Admission(options.origins, options.isPrivate ?? false)
  const yoga = createYogaServer(
    operations,
    admission,
    new StreamGuards(options.graph.users, options.graph.engine),
  )
  const byYoga: HandOn = (request, response, caller, body) => {
    prepare(request, response, caller)
    return yoga(request, response, body ? { caller, body } : { caller }) as void | Promise<void>
  }
  const lane = new Lane(operations, admission, byYoga)
  const handle: GraphQLServer['handle'] =
    options.lane === false ? byYoga : (...asked) => lane.handle(...asked)
  return { operations, admission, yoga, handle }
}

function prepare(request: IncomingMessage, response: ServerResponse, { user }: Caller): void {
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) response.setHeader(name, value)
  // To POST, nothing is kept; an answer to GET may be, and is asked about again each time.
  const kept = user ? 'private, no-cache' : 'no-cache'
  response.setHeader('cache-control', request.method === 'POST' ? 'no-store' : kept)
  // Node sends no body to HEAD, whatever is written.
  if (request.method === 'HEAD') request.method = 'GET'
}
