import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { UserStore } from '../model/users/store.ts'
import { type Caller, Callers } from './callers.ts'
import type { Rate } from './rate-limit.ts'
import { Reach, type ReachOptions } from './reach.ts'
import { replyText } from './reply.ts'
import { SignIn, type WriteUsers } from './sign-in.ts'
import type { SignInLink } from './sign-in-link.ts'

export interface AccessOptions extends ReachOptions {
  /** Whether whoever has not signed in is answered nothing. */
  readonly isPrivate?: boolean | undefined
  /** Opens and ends sessions; without it there is no signing in, and tokens alone say who asks. */
  readonly writeUsers?: WriteUsers | undefined
  /** The link that the terminal shows on which the server was started. */
  readonly link?: SignInLink | null | undefined
  /** How much each user may write. */
  readonly writeRate?: Rate | undefined
}

/** Who may do what on a server: how callers are known, how they sign in, and what is closed to whom. */
export class Access {
  readonly reach: Reach
  readonly isPrivate: boolean
  readonly #callers: Callers
  readonly #signIn: SignIn | null

  constructor(users: UserStore, log: Logger, options: AccessOptions) {
    const { isPrivate = false, writeUsers, link = null } = options
    this.reach = new Reach(options)
    this.isPrivate = isPrivate
    this.#callers = new Callers(users, this.reach)
    this.#signIn = writeUsers ? new SignIn(this.#callers, this.reach, writeUsers, { link, log }) : null
  }

  callerOf(request: IncomingMessage, response: ServerResponse): Caller {
    return this.#callers.of(request, response)
  }

  /** Answers at the addresses of signing in and out. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> | boolean {
    return path.startsWith('/sign-') && this.#signIn !== null
      ? this.#signIn.serve(path, request, response)
      : false
  }

  /** Answers whoever may not see a page of a private graph, and says whether it has. */
  refuses(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.isPrivate || this.callerOf(request, response).user) return false
    response.setHeader('www-authenticate', 'Bearer')
    replyText(request, response, 401, 'This graph is private. Sign in at /sign-in, or send a token.')
    return true
  }
}
