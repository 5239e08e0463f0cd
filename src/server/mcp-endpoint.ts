import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { isObjectLike } from '../values/is-object-like.ts'
import { type Admission, askingPageOf, OTHER_SITE } from './admission.ts'
import { type BodyObject, badRequest, readJson } from './body.ts'
import type { Caller } from './callers.ts'
import type { Operations } from './operations.ts'
import { OperationsGraph } from './operations-graph.ts'
import type { AllowedOrigins } from './origin.ts'
import { replyJson } from './reply.ts'
import type { RequestRoute } from './request-route.ts'

export interface McpEndpointOptions {
  readonly operations: Operations
  readonly admission: Admission
  readonly origins: AllowedOrigins
  readonly route: RequestRoute
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
      this.#refuse(request, caller)
      const message = await readJson(request)
      await this.#answer(message, request, response, caller)
    } catch (error) {
      replyError(request, response, this.#options.operations.told(error))
    }
  }

  #refuse(request: IncomingMessage, caller: Caller): void {
    const { admission, origins, route } = this.#options
    const { headers, method } = request
    const { origin } = headers
    const refusal = admission.refusal(askingPageOf(request), caller)
    if (refusal) throw refusal
    // Also of browsers that do not say whose page it is: MCP asks for it.
    if (origin !== undefined && !origins.readerFor(origin) && !route.isFromOwnPage(request))
      throw badRequest(OTHER_SITE, { status: 403 })
    if (method !== 'POST') throw badRequest(USE_POST, { status: 405, headers: { allow: 'POST, OPTIONS' } })
    if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
      throw badRequest('Send the message as application/json.', { status: 415 })
  }

  async #answer(
    message: BodyObject,
    request: IncomingMessage,
    response: ServerResponse,
    { user }: Caller,
  ): Promise<void> {
    const { operations, route, mayWrite } = this.#options
    const baseUrl = route.originOf(request) || null
    const graph = new OperationsGraph(operations, { user: () => user, baseUrl, mayWrite, request })
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

const USE_POST =
  'Send each JSON-RPC message by POST. This server opens no stream of its own, and keeps no session.'

/** The codes of JSON-RPC: what is no JSON, what is no message, and what is refused. */
const PARSE_ERROR = -32_700
const INVALID_REQUEST = -32_600
const REFUSED = -32_000

/** Answers with an error of JSON-RPC, which has the API's own code beside it. */
function replyError(request: IncomingMessage, response: ServerResponse, error: GraphQLError): void {
  if (response.headersSent) return void response.destroy()
  const { message, extensions } = error
  const { status = 500, headers = {} } = isObjectLike(extensions.http) ? extensions.http : {}
  for (const [name, value] of Object.entries(isObjectLike(headers) ? headers : {}))
    response.setHeader(name, String(value))
  const told = { code: rpcCode(message, status), message, data: { code: extensions.code } }
  replyJson(request, response, Number(status), { jsonrpc: '2.0', id: null, error: told })
}

function rpcCode(message: string, status: unknown): number {
  if (status !== 400) return REFUSED
  return /not JSON/.test(message) ? PARSE_ERROR : INVALID_REQUEST
}
