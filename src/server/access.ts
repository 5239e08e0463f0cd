import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { WriteUsers } from '../model/users/session-request.ts'
import type { UserStore } from '../model/users/store.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { type Caller, Callers } from './callers.ts'
import type { Rate } from './rate-limit.ts'
import { replyText } from './reply.ts'
import { RequestRoute, type RouteOptions } from './request-route.ts'
import { SignIn } from './sign-in.ts'
import type { SignInLink } from './sign-in-link.ts'
import type { WrittenRevisions } from './written-revisions.ts'

export interface AccessOptions extends RouteOptions {
  /** Whether whoever has not signed in is answered nothing. */
  readonly isPrivate?: boolean | undefined
  /** Opens and ends sessions; without it there is no signing in, and tokens alone say who asks. */
  readonly writeUsers?: WriteUsers | undefined
  /** The link that the terminal shows on which the server was started. */
  readonly link?: SignInLink | null | undefined
  /** How much each user may write. */
  readonly writeRate?: Rate | undefined
  /** What clients have written, where reads may come from replicas that are behind; nothing is remembered without it. */
  readonly revisions?: WrittenRevisions | null | undefined
}

/** Who may do what on a server: how callers are known, how they sign in, and what is closed to whom. */
export class Access {
  readonly route: RequestRoute
  readonly isPrivate: boolean
  readonly #callers: Callers
  readonly #signIn: SignIn | null
  readonly #revisions: WrittenRevisions | null

  constructor(users: UserStore, log: Logger, options: AccessOptions) {
    const { isPrivate = false, writeUsers, link = null, revisions = null } = options
    this.#revisions = revisions
    this.route = new RequestRoute(options)
    this.isPrivate = isPrivate
    this.#callers = new Callers(users, this.route)
    this.#signIn = writeUsers ? new SignIn(this.#callers, this.route, writeUsers, { link, log }) : null
  }

  callerOf(request: IncomingMessage, response: ServerResponse): Answer<Caller> {
    const caller = this.#callers.of(request, response)
    const written = this.#revisions
    if (!written) return caller
    const isSecure = this.route.isSecure(request)
    return mapAnswer(caller, (known) => ({
      ...known,
      revisions: written.ofCaller(known, { request, response, isSecure }),
    }))
  }

  /** Answers at the addresses of signing in and out, and else gives false. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): Answer<unknown> {
    return path.startsWith('/sign-') && this.#signIn !== null
      ? this.#signIn.serve(path, request, response)
      : false
  }

  /** Answers whoever may not see a page of a private graph, and says whether it has. */
  refuses(request: IncomingMessage, response: ServerResponse): Answer<boolean> {
    if (!this.isPrivate) return false
    return mapAnswer(this.#callers.of(request, response), ({ user }) => {
      if (user) return false
      response.setHeader('www-authenticate', 'Bearer')
      replyText(request, response, 401, 'This graph is private. Sign in at /sign-in, or send a token.')
      return true
    })
  }
}
