import type { IncomingMessage, ServerResponse } from 'node:http'
import { replyJson } from './reply.ts'

/** Tells that there is no graph, in the form of the API's errors. */
export function unavailable(fault: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health') replyJson(request, response, 503, { status: 'unavailable', reason: fault })
  else
    replyJson(request, response, 503, { errors: [{ message: fault, extensions: { code: 'UNAVAILABLE' } }] })
}
