import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asker } from '../model/users/asker.ts'
import type { TokenRecord, UserStore } from '../model/users/store.ts'
import { isToken, tokenHash, type UserTokenKind } from '../model/users/token.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { RateLimit } from './rate-limit.ts'
import { notSignedIn, Refusal, tooOften } from './refusal.ts'
import type { RequestRoute } from './request-route.ts'
import { type CookieForm, cookieForm, sessionIn, setCookie } from './session-cookie.ts'
import type { UsedToken } from './stream-guards.ts'
import type { CallerRevisions } from './written-revisions.ts'

/** Who makes a request, or why it is refused whoever makes it. */
export interface Caller {
  readonly user: Asker | null
  readonly refusal?: Refusal
  /** The key of the session's token, where a session says who it is. */
  readonly session?: number
  /** What has opened the graph to them. */
  readonly token?: UsedToken
  /** What they have written, where it is read from replicas that are behind for a while. */
  readonly revisions?: CallerRevisions
}

export const USED = 'This link has been used; it works once.'

const NOBODY: Caller = { user: null }

/** So many tokens that open nothing may be sent from one address: nobody mistypes more. */
const FAILURES = { most: 60, within: 10 * 60_000 }

/**
 * Tells who makes a request: a program by a token in `Authorization: Bearer …`, a browser by the session in its cookie.
 * Whoever sends neither costs a look at two headers; else one row is read.
 *
 * A right token always opens, however many wrong ones came from its address: many share one, and to guess 256 bits is
 * beyond anybody. Wrong ones are limited to spare the server.
 */
export class Callers {
  readonly #users: UserStore
  readonly #route: RequestRoute
  readonly #failures = new RateLimit(FAILURES)

  constructor(users: UserStore, route: RequestRoute) {
    this.#users = users
    this.#route = route
  }

  of(request: IncomingMessage, response: ServerResponse): Answer<Caller> {
    const { authorization, cookie } = request.headers
    if (authorization === undefined && cookie === undefined) return NOBODY
    // Other schemes are somebody else's, such as a password that a proxy has asked for.
    const bearer = authorization === undefined ? null : /^bearer(?:\s+(.*))?$/i.exec(authorization)
    if (bearer) return this.#byToken(bearer[1]?.trim() ?? '', request)
    return cookie === undefined ? NOBODY : this.#bySession(cookie, request, response)
  }

  /** The token of one of these kinds that can be used now, or why it cannot. */
  tokenNow(
    token: string,
    request: IncomingMessage,
    kinds: readonly UserTokenKind[],
  ): Answer<TokenRecord | Refusal> {
    return mapAnswer(this.#tokenOf(token), (found) => {
      if (!found || !kinds.includes(found.kind)) return this.#failure(request)
      if (found.usedAt !== null) return notSignedIn(USED)
      if (found.expiresAt > Date.now()) return found
      return notSignedIn(`This token opened until ${new Date(found.expiresAt).toISOString()}.`)
    })
  }

  #tokenOf(token: string): Answer<TokenRecord | undefined> {
    return isToken(token) ? this.#users.knownToken(tokenHash(token)) : undefined
  }

  #byToken(token: string, request: IncomingMessage): Answer<Caller> {
    if (isSentTwice(request)) return { user: null, refusal: twice }
    return mapAnswer(this.tokenNow(token, request, ['API']), (found) =>
      found instanceof Refusal ? { user: null, refusal: found } : callerBy(found, token),
    )
  }

  /** A session that has ended is forgotten, and its browser is nobody's: reading goes on where it is open. */
  #bySession(cookie: string, request: IncomingMessage, response: ServerResponse): Answer<Caller> {
    const form = cookieForm(request, this.#route.isSecure(request))
    const session = sessionIn(cookie, form)
    if (session === null) return NOBODY
    return mapAnswer(this.#tokenOf(session), (found) =>
      this.#byFound(found, { session, form }, request, response),
    )
  }

  #byFound(
    found: TokenRecord | undefined,
    { session, form }: { readonly session: string; readonly form: CookieForm },
    request: IncomingMessage,
    response: ServerResponse,
  ): Caller {
    if (found?.kind !== 'SESSION' || found.expiresAt <= Date.now()) {
      response.setHeader('set-cookie', setCookie(form, '', 0))
      const refusal = found ? null : this.#failure(request)
      return refusal?.code === 'RATE_LIMITED' ? { user: null, refusal } : NOBODY
    }
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (!isReading && !this.#route.isFromOwnPage(request))
      return { user: null, refusal: this.foreignPage(request) }
    return { ...callerBy(found, session), session: found.tokenId }
  }

  /** The refusal of what a page of another origin asks in the name of whoever looks at it. */
  foreignPage(request: IncomingMessage): Refusal {
    const own = this.#route.originOf(request)
    const from = request.headers.origin ?? 'a page that does not say where it is from'
    return new Refusal(
      `A session is for pages of ${own}, and this comes from ${from}. Programs, and pages of other origins, send a ` +
        'token: Authorization: Bearer hearsay_… A server behind a proxy is started with --base-url and the address by ' +
        'which browsers reach it.',
      { code: 'FORBIDDEN', status: 403 },
    )
  }

  #failure(request: IncomingMessage): Refusal {
    const wait = this.#failures.count(this.#route.addressOf(request))
    return wait === null
      ? notSignedIn('This token opens nothing: it is mistyped, was revoked, or is another server’s.')
      : tooOften('Too many tokens that open nothing came from this address. Try again', wait)
  }
}

const callerBy = ({ userId, name, role, expiresAt }: TokenRecord, token: string) => ({
  user: { id: userId, name, role },
  token: { token, role, expiresAt },
})

/** Node takes the first of several, and a proxy before it may have looked at the last. */
const isSentTwice = ({ rawHeaders }: IncomingMessage): boolean =>
  rawHeaders.filter((name, index) => index % 2 === 0 && /^authorization$/i.test(name)).length > 1

const twice = new Refusal('Authorization may be sent once.', { code: 'BAD_REQUEST', status: 400 })
