import type { IncomingMessage } from 'node:http'
import { type Admission, askingPageOf, OTHER_SITE } from './admission.ts'
import { badRequest } from './body.ts'
import type { Caller } from './callers.ts'
import type { AllowedOrigins } from './origin.ts'
import type { RequestRoute } from './request-route.ts'

/** What tells whether a request may come in. */
export interface PostGuards {
  readonly admission: Admission
  readonly origins: AllowedOrigins
  readonly route: RequestRoute
}

/** The one way in which an endpoint is asked, and what is said of any other. */
export interface PostForm {
  readonly allow: string
  readonly otherMethod: string
  readonly type: RegExp
  readonly otherType: string
}

/**
 * Throws where a request is not to be read: nobody may make it, it comes from a page that may not ask, also where a browser
 * says no more than its origin, or it has another form.
 */
export function requirePost(
  request: IncomingMessage,
  caller: Caller,
  { admission, origins, route }: PostGuards,
  { allow, otherMethod, type, otherType }: PostForm,
): void {
  const { headers, method } = request
  const { origin } = headers
  const refusal = admission.refusal(askingPageOf(request), caller)
  if (refusal) throw refusal
  if (origin !== undefined && !origins.readerFor(origin) && !route.isFromOwnPage(request))
    throw badRequest(OTHER_SITE, { status: 403 })
  if (method !== 'POST') throw badRequest(otherMethod, { status: 405, headers: { allow } })
  if (!type.test(headers['content-type'] ?? '')) throw badRequest(otherType, { status: 415 })
}
