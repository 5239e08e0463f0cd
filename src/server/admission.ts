import type { GraphQLError } from 'graphql'
import { unauthenticated } from '../api/kit/role.ts'
import { badRequest } from './body.ts'
import type { Caller } from './callers.ts'
import type { AllowedOrigins } from './origin.ts'

/** Whose page makes a request, as the browser says in its headers; programs say nothing. */
export interface AskingPage {
  readonly site: string | null | undefined
  readonly mode: string | null | undefined
  readonly origin: string | null | undefined
}

/**
 * Who may ask at all. A request that another site's page makes is refused, unless that page may ask: so no page can make this
 * server work without its owner's knowledge. (A body is JSON, which a browser sends to another site only with its leave.)
 */
export class Admission {
  readonly #origins: AllowedOrigins
  readonly #isPrivate: boolean

  /** @param isPrivate Whether whoever has not signed in is answered nothing. */
  constructor(origins: AllowedOrigins, isPrivate: boolean) {
    this.#origins = origins
    this.#isPrivate = isPrivate
  }

  refusal({ site, mode, origin }: AskingPage, caller: Caller | undefined): GraphQLError | null {
    if (site === 'cross-site' && mode !== 'navigate' && !this.#origins.readerFor(origin))
      return badRequest('Pages of other sites may not ask this server.', { status: 403 })
    if (caller?.refusal) return caller.refusal.toGraphQLError()
    return this.#isPrivate && !caller?.user ? unauthenticated('This graph is private.') : null
  }
}
