import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { isObjectLike } from '../values/is-object-like.ts'
import { replyJson } from './reply.ts'

/**
 * Answers with an error of the API's, by its code and in its words: `{"error": {"code": "FORBIDDEN", "message": "…"}}`.
 *
 * @param bodyOf Writes it in another form; it is given the status as well.
 */
export function replyError(
  request: IncomingMessage,
  response: ServerResponse,
  error: GraphQLError,
  bodyOf: (error: GraphQLError, status: unknown) => object = plainBody,
): void {
  if (response.headersSent) return void response.destroy()
  const { http } = error.extensions
  const { status = 500, headers = {} } = isObjectLike(http) ? http : {}
  for (const [name, value] of Object.entries(isObjectLike(headers) ? headers : {}))
    response.setHeader(name, String(value))
  replyJson(request, response, Number(status), bodyOf(error, status))
}

const plainBody = ({ message, extensions }: GraphQLError) => ({ error: { code: extensions.code, message } })
