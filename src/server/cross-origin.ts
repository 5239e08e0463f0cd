import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AllowedOrigins } from './origin.ts'
import { type Handle, replyText } from './reply.ts'
import { REVISION_HEADER } from './written-revisions.ts'

/** The seconds for which a browser may remember what it was allowed; none remembers it for longer than two hours. */
const REMEMBERED = '7200'

/**
 * Tells the browser which pages of other origins may read the answer, whatever the answer is, and answers OPTIONS, by
 * which it asks before it sends JSON. None of them may read an answer to a session's cookie: they send tokens.
 */
export const crossOrigin =
  (handle: Handle, origins: AllowedOrigins): Handle =>
  (request, response) => {
    const reader = origins.readerFor(request.headers.origin)
    // What is posted to GraphQL is answered with a whole list of what it varies by.
    if (request.method !== 'POST' || request.url !== '/graphql') response.setHeader('vary', 'origin')
    if (reader) {
      response.setHeader('access-control-allow-origin', reader)
      response.setHeader('access-control-expose-headers', `etag, ${REVISION_HEADER}`)
    }
    return request.method === 'OPTIONS' ? answerOptions(request, response, reader) : handle(request, response)
  }

function answerOptions(request: IncomingMessage, response: ServerResponse, reader: string | null): void {
  const { origin, 'access-control-request-method': method } = request.headers
  const allow = methodsAt(request.url)
  response.setHeader('allow', allow)
  if (method && !reader) replyText(request, response, 403, refusal(origin))
  else {
    if (method) allowRequest(request, response, allow)
    response.writeHead(204).end()
  }
}

function methodsAt(url = ''): string {
  if (url.startsWith('/graphql')) return 'GET, HEAD, POST, OPTIONS'
  return /^\/(mcp|import)/.test(url) ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS'
}

function allowRequest(request: IncomingMessage, response: ServerResponse, allow: string): void {
  const headers = request.headers['access-control-request-headers']
  response.setHeader('vary', 'origin, access-control-request-method, access-control-request-headers')
  response.setHeader('access-control-allow-methods', allow)
  // Clients add headers of their own, such as apollo-require-preflight; none of them means anything here.
  if (headers) response.setHeader('access-control-allow-headers', headers)
  response.setHeader('access-control-max-age', REMEMBERED)
}

const refusal = (origin: string | undefined): string =>
  `Pages of ${origin ?? 'an unnamed origin'} may not ask this server, unless it is started with --allow-origin.`
