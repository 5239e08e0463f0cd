import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Encoding } from './compression.ts'
import { isKnownTag } from './etag.ts'

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface Reply {
  readonly status?: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** Nothing is loaded, framed or told to others; a page that needs more says so itself. */
const GUARDED = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Sends a whole answer; to HEAD, all of it but the body. */
export function reply(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, headers }: Reply,
): void {
  response.writeHead(status ?? 200, {
    ...GUARDED,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
    ...varying(response, headers?.vary),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

export interface Stored extends Reply {
  /** A hash of the body before it was compressed. */
  readonly hash: string
  readonly encoding: Encoding | null | undefined
}

/** Sends what a browser may keep and asks about again, unless it has this very answer. */
export function replyStored(
  request: IncomingMessage,
  response: ServerResponse,
  { hash, encoding, headers, ...rest }: Stored,
): void {
  // Compressed forms are other bytes, and so have another tag.
  const etag = `"${hash}${encoding ? `-${encoding}` : ''}"`
  const stored = { 'cache-control': 'no-cache', ...headers, etag }
  if ((rest.status ?? 200) === 200 && isKnownTag(request.headers['if-none-match'], etag)) {
    const { 'cache-control': cacheControl } = stored
    response
      .writeHead(304, { etag, 'cache-control': cacheControl, ...varying(response, headers?.vary) })
      .end()
    return
  }
  const encoded = encoding && { 'content-encoding': encoding }
  reply(request, response, { ...rest, headers: { ...stored, ...encoded } })
}

/** The headers by which an answer varies: those noted for all answers, and its own. */
function varying(response: ServerResponse, own: string | undefined): { vary?: string } {
  const names = [response.getHeader('vary'), own].filter(Boolean)
  return names.length > 0 ? { vary: names.join(', ') } : {}
}

export const replyText = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void => reply(request, response, { status, type: 'text/plain; charset=utf-8', body: `${text}\n` })

export const replyJson = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void =>
  reply(request, response, {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    headers: { 'cache-control': 'no-store' },
  })
