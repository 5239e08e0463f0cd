import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { isObjectLike } from '../values/is-object-like.ts'
import { replyJson } from './reply.ts'

/** Answers with an error of the API's, by its code and in its words: `{"error": {"code": "FORBIDDEN", "message": "…"}}`. */
export function replyError(request: IncomingMessage, response: ServerResponse, error: GraphQLError): void {
  if (response.headersSent) return void response.destroy()
  const { code, http } = error.extensions
  const { status = 500, headers = {} } = isObjectLike(http) ? http : {}
  for (const [name, value] of Object.entries(isObjectLike(headers) ? headers : {}))
    response.setHeader(name, String(value))
  replyJson(request, response, Number(status), { error: { code, message: error.message } })
}
