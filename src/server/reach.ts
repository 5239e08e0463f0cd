import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { isLoopback } from './host.ts'
import { originOf } from './origin.ts'
import type { Handle } from './reply.ts'

export interface ReachOptions {
  /** The origin by which browsers reach the server, where it is another than the one it listens on: behind a proxy. */
  readonly baseUrl?: string | null | undefined
  /** Whether all requests come through a proxy, so that what it says of them in X-Forwarded-… is true. */
  readonly trustProxy?: boolean | undefined
}

/** How requests reach the server: from which address, by which origin, and whether a page of its own has made them. */
export class Reach {
  readonly #baseUrl: string | null
  readonly #trustProxy: boolean

  constructor({ baseUrl = null, trustProxy = false }: ReachOptions) {
    this.#baseUrl = baseUrl
    this.#trustProxy = trustProxy
  }

  /** Whether browsers reach the server over TLS. */
  isSecure(request: IncomingMessage): boolean {
    return this.originOf(request).startsWith('https:')
  }

  /** The origin of the server's own pages, as the browser knows it that has made the request. */
  originOf(request: IncomingMessage): string {
    if (this.#baseUrl) return this.#baseUrl
    const scheme = this.#trustProxy && lastOf(request, 'x-forwarded-proto') === 'https' ? 'https' : 'http'
    return originOf(`${scheme}://${request.headers.host}`) ?? ''
  }

  /**
   * Whether a page of this server has made the request. A browser says so in headers that no page can set; whoever says
   * nothing is taken for another.
   */
  isFromOwnPage(request: IncomingMessage): boolean {
    const { origin, host = '', 'sec-fetch-site': site } = request.headers
    if (site !== undefined && site !== 'same-origin') return false
    if (origin === undefined) return site === 'same-origin'
    const own = [this.originOf(request)]
    // Whoever sits at the machine need not go through the proxy.
    if (isLoopback(host.replace(/:\d*$/, ''))) own.push(originOf(`http://${host}`) ?? '')
    return own.includes(originOf(origin) ?? 'null')
  }

  /** Where a request comes from; of IPv6 the network, since one machine has all of its addresses. */
  addressOf(request: IncomingMessage): string {
    const told = this.#trustProxy ? lastOf(request, 'x-forwarded-for') : ''
    const address = isIP(told) ? told : (request.socket.remoteAddress ?? '')
    return isIP(address) === 6 && !address.startsWith('::ffff:') ? networkOf(address) : address
  }

  /** Puts the name that a proxy was asked by in the place of the one by which the proxy asks. */
  byForwardedHost(handle: Handle): Handle {
    if (!this.#trustProxy) return handle
    return (request, response) => {
      const host = lastOf(request, 'x-forwarded-host')
      if (host) request.headers.host = host
      return handle(request, response)
    }
  }
}

/** The last value is the nearest proxy's; those before it are what its client has said. */
function lastOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name]
  const text = Array.isArray(value) ? value.join() : (value ?? '')
  return text.slice(text.lastIndexOf(',') + 1).trim()
}

/** The first 64 bits. */
function networkOf(address: string): string {
  const [before = '', after] = address.split('::')
  const groups = before.split(':').filter(Boolean)
  const rest = (after ?? '').split(':').filter(Boolean)
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest].slice(0, 4).join(':')
}
