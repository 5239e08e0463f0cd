import { type Handle, replyText } from './reply.ts'

/**
 * A client may name the whole address, as it would to a proxy: GET http://localhost:4000/health. Then the host in it is
 * the one that counts, and what the host header says does not (RFC 9112, 3.2.2).
 */
export const wholeAddresses =
  (handle: Handle): Handle =>
  (request, response) => {
    const whole = /^https?:\/\/([^/?#]*)(.*)$/i.exec(request.url ?? '')
    if (!whole) return handle(request, response)
    const [, host = '', rest = ''] = whole
    if (host === '') return replyText(request, response, 400, 'The address names no host.')
    request.headers.host = host
    request.url = rest.startsWith('/') ? rest : `/${rest}`
    return handle(request, response)
  }
