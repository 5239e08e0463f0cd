import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { hasRole } from '../model/users/asker.ts'
import { type BodyObject, readJson } from './body.ts'
import type { Caller } from './callers.ts'
import type { Operations } from './operations.ts'
import { OperationsGraph } from './operations-graph.ts'
import { replyError } from './reply-error.ts'
import { type PostForm, type PostGuards, requirePost } from './require-post.ts'

export interface McpEndpointOptions extends PostGuards {
  readonly operations: Operations
  /** Whether there is a desk that writes. */
  readonly mayWrite: boolean
}

/**
 * The Model Context Protocol over HTTP: one message by POST, and one answer. Nothing is kept from one to the next, so that
 * each is answered by the role that its token or session has now.
 */
export class McpEndpoint {
  readonly #options: McpEndpointOptions

  constructor(options: McpEndpointOptions) {
    this.#options = options
  }

  async handle(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    try {
      requirePost(request, caller, this.#options, MESSAGE)
      const message = await readJson(request)
      await this.#answer(message, request, response, caller)
    } catch (error) {
      replyError(request, response, this.#options.operations.told(error), rpcError)
    }
  }

  async #answer(
    message: BodyObject,
    request: IncomingMessage,
    response: ServerResponse,
    { user, revisions }: Caller,
  ): Promise<void> {
    const { operations, route, mayWrite } = this.#options
    const baseUrl = route.originOf(request) || null
    const graph = new OperationsGraph(operations, {
      user: () => user,
      baseUrl,
      mayWrite: mayWrite && user !== null && hasRole(user, 'EDITOR'),
      request,
      revisions,
    })
    // The SDK takes a while to load, and most servers are never asked by it.
    const { answerMcpMessage } = await import('./mcp-message.ts')
    return answerMcpMessage(graph, { message, request, response })
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

const MESSAGE: PostForm = {
  allow: 'POST, OPTIONS',
  otherMethod:
    'Send each JSON-RPC message by POST. This server opens no stream of its own, and keeps no session.',
  type: /^application\/json\s*(;|$)/i,
  otherType: 'Send the message as application/json.',
}

/** The codes of JSON-RPC: what is no JSON, what is no message, and what is refused. */
const PARSE_ERROR = -32_700
const INVALID_REQUEST = -32_600
const REFUSED = -32_000

/** An error of JSON-RPC, which has the API's own code beside it. */
const rpcError = ({ message, extensions }: GraphQLError, status: unknown) => ({
  jsonrpc: '2.0',
  id: null,
  error: { code: rpcCode(message, status), message, data: { code: extensions.code } },
})

function rpcCode(message: string, status: unknown): number {
  if (status !== 400) return REFUSED
  return /not JSON/.test(message) ? PARSE_ERROR : INVALID_REQUEST
}
