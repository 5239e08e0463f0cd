import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { WriteUsers } from '../model/users/session-request.ts'
import { isToken, tokenHash } from '../model/users/token.ts'
import type { IssuedToken } from '../model/users/write.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { UnavailableError, UserError } from '../values/errors.ts'
import { readBody } from './body.ts'
import { type Callers, USED } from './callers.ts'
import { unavailableText } from './graph-refusal.ts'
import { notSignedIn, Refusal } from './refusal.ts'
import { reply, replyText } from './reply.ts'
import type { RequestRoute } from './request-route.ts'
import { cookieForm, setCookie } from './session-cookie.ts'
import type { SignInLink } from './sign-in-link.ts'
import { SIGN_IN_HEADERS, type SignInView, signInPage } from './sign-in-page.ts'

/** A form with a token, and where to go on. */
const LARGEST_FORM = 4096

/**
 * Opens and ends the sessions of browsers. A link that signs in shows a page with a button, and the button signs in: mail
 * and chat programs look links up before anybody has pressed them, and would use up one that works once.
 */
export class SignIn {
  readonly #callers: Callers
  readonly #route: RequestRoute
  readonly #write: WriteUsers
  readonly #link: SignInLink | null
  readonly #log: Logger

  constructor(
    callers: Callers,
    route: RequestRoute,
    write: WriteUsers,
    { link, log }: { readonly link: SignInLink | null; readonly log: Logger },
  ) {
    this.#callers = callers
    this.#route = route
    this.#write = write
    this.#link = link
    this.#log = log
  }

  /** Answers if the path is one of its two, and else gives false. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): Answer<unknown> {
    if (path === '/sign-in') {
      if (request.method === 'GET' || request.method === 'HEAD') return this.#show(request, response)
      return request.method === 'POST'
        ? this.#guarded(request, response, () => this.#signIn(request, response))
        : refuseMethod(request, response, 'GET, HEAD, POST')
    }
    if (path !== '/sign-out') return false
    return request.method === 'POST'
      ? this.#guarded(request, response, () => this.#signOut(request, response))
      : refuseMethod(request, response, 'POST')
  }

  #show(request: IncomingMessage, response: ServerResponse): Answer<true> {
    const parameters = new URL(request.url ?? '/', 'http://localhost').searchParams
    const to = localPath(parameters.get('to'))
    const token = parameters.get('token')
    // Who presses the button is known then: what only looks at a link learns nothing of it.
    if (token !== null && isToken(token)) return page(request, response, 200, { kind: 'link', token, to })
    if (token !== null)
      return page(request, response, 400, { kind: 'form', to, problem: 'The link is not whole.' })
    return mapAnswer(this.#callers.of(request, response), ({ user }) =>
      page(request, response, 200, user ? { kind: 'signedIn', user } : { kind: 'form', to }),
    )
  }

  /** Refuses other sites' forms, and says what went wrong with a page. */
  async #guarded(
    request: IncomingMessage,
    response: ServerResponse,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      if (!this.#route.isFromOwnPage(request)) throw this.#callers.foreignPage(request)
      await work()
    } catch (error) {
      const { status, headers, message } = refusalOf(error)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      page(request, response, status, { kind: 'form', to: '/', problem: message })
    }
  }

  async #signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request)
    const given = (form.get('token') ?? '').trim()
    // Whoever has a link may give the whole of it.
    const token = /[?&]token=([^&#]*)/.exec(given)?.[1] ?? given
    const { session: before } = await this.#callers.of(request, response)
    const { session, name } = await this.#opened(token, request, before)
    if (!session) throw notSignedIn(USED)
    this.#setSession(request, response, session.token, (session.expiresAt - Date.now()) / 1000)
    this.#log.info({ user: name }, 'signed in')
    seeOther(request, response, localPath(form.get('to')))
  }

  /** A session by a token, or by the terminal's link; null where a link has been used meanwhile. */
  async #opened(
    token: string,
    request: IncomingMessage,
    replaces: number | undefined,
  ): Promise<{ readonly session: IssuedToken | null; readonly name: string }> {
    const link = this.#link
    if (link?.isOf(token)) {
      if (link.isOld) throw notSignedIn('This link is too old.')
      return { session: await link.openSession(this.#write, replaces), name: link.userName }
    }
    const found = await this.#callers.tokenNow(token, request, ['API', 'SIGN_IN'])
    if (found instanceof Refusal) throw found
    const session = await this.#write({ kind: 'open', hash: tokenHash(token), replaces })
    return { session, name: found.name }
  }

  async #signOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { session } = await this.#callers.of(request, response)
    // Ended, it opens nothing any more, wherever its cookie is kept.
    if (session !== undefined) await this.#write({ kind: 'end', tokenId: session })
    this.#setSession(request, response, '', 0)
    if (request.headers.accept?.includes('text/html')) seeOther(request, response, '/sign-in')
    else response.writeHead(204).end()
  }

  #setSession(request: IncomingMessage, response: ServerResponse, token: string, seconds: number): void {
    const form = cookieForm(request, this.#route.isSecure(request))
    response.setHeader('set-cookie', setCookie(form, token, seconds))
  }
}

function page(request: IncomingMessage, response: ServerResponse, status: number, view: SignInView): true {
  const type = 'text/html; charset=utf-8'
  reply(request, response, { status, type, body: signInPage(view), headers: SIGN_IN_HEADERS })
  return true
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, allow: string): true {
  response.setHeader('allow', allow)
  replyText(request, response, 405, `This takes ${allow}.`)
  return true
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw badForm(415, 'Send the token as a form: application/x-www-form-urlencoded.')
  return readBody(request, LARGEST_FORM, (body) => new URLSearchParams(body.toString())).catch(() => {
    // Whatever follows on this connection is the rest of the form.
    throw badForm(413, 'The form is too large.', { connection: 'close' })
  })
}

const badForm = (status: number, message: string, headers = {}): Refusal =>
  new Refusal(message, { code: 'BAD_REQUEST', status, headers })

/** What is told of an error: another program's writing is over in a moment. Any other error is ours. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (!(error instanceof UserError || error instanceof UnavailableError)) throw error
  const told = error instanceof UnavailableError ? unavailableText(error) : error.message
  return new Refusal(told, { code: 'BUSY', status: 503, headers: { 'retry-after': '5' } })
}

/** A path of this server; its start where the text is anything else, such as an address elsewhere. */
function localPath(text: string | null): string {
  if (!text || !URL.canParse(text, 'http://localhost')) return '/'
  const { origin, pathname, search, hash } = new URL(text, 'http://localhost')
  return origin === 'http://localhost' && text.startsWith('/') ? pathname + search + hash : '/'
}

function seeOther(request: IncomingMessage, response: ServerResponse, location: string): void {
  response.setHeader('location', location)
  response.setHeader('cache-control', 'no-store')
  replyText(request, response, 303, `Go on at ${location}`)
}
