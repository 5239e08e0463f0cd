import type { IncomingMessage } from 'node:http'
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

/** What is told to a page of another site. */
export const OTHER_SITE = 'Pages of other sites may not ask this server.'

export const askingPageOf = ({ headers }: IncomingMessage): AskingPage => ({
  site: oneText(headers['sec-fetch-site']),
  mode: oneText(headers['sec-fetch-mode']),
  origin: headers.origin,
})

const oneText = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join() : header

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

  refusal(page: AskingPage, caller: Caller | undefined): GraphQLError | null {
    if (this.refusesPage(page)) return badRequest(OTHER_SITE, { status: 403 })
    if (caller?.refusal) return caller.refusal.toGraphQLError()
    return this.#isPrivate && !caller?.user ? unauthenticated('This graph is private.') : null
  }

  /** Whether it is another site's page that asks. Who follows its link comes here, and may. */
  refusesPage({ site, mode, origin }: AskingPage): boolean {
    return site === 'cross-site' && mode !== 'navigate' && !this.#origins.readerFor(origin)
  }
}
