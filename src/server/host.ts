import type { Handle } from './reply.ts'
import { replyText } from './reply.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)\.?$/i

export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/**
 * For a server of this machine alone. A page of the web can give its own name this machine's address, and would then be
 * of one origin with the graph; the name that the browser asks by gives it away.
 */
export const loopbackOnly =
  (handle: Handle): Handle =>
  (request, response) => {
    const { host } = request.headers
    // HTTP/1.0 need not say; a browser always does.
    if (host === undefined || isLoopback(host.replace(/:\d*$/, ''))) return handle(request, response)
    replyText(request, response, 403, REFUSAL)
  }

const REFUSAL =
  'This server answers on this machine only: ask for localhost, or start it with --host 0.0.0.0 to answer by any name.'
