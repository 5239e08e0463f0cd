import type { IncomingMessage } from 'node:http'

/** How the browser of one request is given its session. */
export interface CookieForm {
  /**
   * Cookies are one for all ports of a machine, so that the name says of which server this is. With `__Host-` a browser
   * takes it over TLS alone, from this very host, and for all of its paths.
   */
  readonly name: string
  readonly isSecure: boolean
}

export const cookieForm = ({ socket }: IncomingMessage, isSecure: boolean): CookieForm => ({
  name: `${isSecure ? '__Host-' : ''}hearsay_${socket.localPort}`,
  isSecure,
})

/** The session in a Cookie header; null where there is none, or where there are several and one of them is another's. */
export function sessionIn(header: string, { name }: CookieForm): string | null {
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  const [only] = values
  return only && values.every((value) => value === only) ? only : null
}

/** No script reads it, and no other site's page has it sent. @param seconds 0 ends it. */
export const setCookie = ({ name, isSecure }: CookieForm, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.max(0, Math.floor(seconds))}${isSecure ? '; Secure' : ''}`

/** Seconds for which a browser tells what it has written; a replica that is further behind is out of order. */
const REVISION_KEPT = 3600

/** The last revision that the browser has written, by the cookie that it was given; 0 where it has none. */
export function revisionIn(header: string, { name }: CookieForm): number {
  const found = new RegExp(`(?:^|;)\\s*${name}_revision=(\\d{1,15})(?:;|$)`).exec(header)
  return Number(found?.[1] ?? 0)
}

/** Tells the browser what it has written. */
export const setRevision = ({ name, isSecure }: CookieForm, revision: number): string =>
  setCookie({ name: `${name}_revision`, isSecure }, String(revision), REVISION_KEPT)
