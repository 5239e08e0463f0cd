import type { IncomingMessage, ServerResponse } from 'node:http'

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
  })
  response.end(request.method === 'HEAD' ? undefined : body)
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
