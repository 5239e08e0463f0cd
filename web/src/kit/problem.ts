import type { CombinedError } from '@urql/core'

export type ProblemKind = 'offline' | 'missing' | 'refused' | 'not-allowed' | 'broken'

/** What went wrong, as a reader of a page needs to know it. */
export class Problem extends Error {
  readonly kind: ProblemKind
  constructor(kind: ProblemKind, message: string) {
    super(message)
    this.kind = kind
  }
}

/** Whatever failed, as a problem. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('broken', error instanceof Error ? error.message : String(error))

const REFUSALS = /^(BAD_USER_INPUT|GRAPHQL_|COST_|DEPTH_|ALIAS_|TOKEN_|PAYLOAD_|TIMEOUT|TIME_)/

/** The codes for somebody who has not signed in, or who has but may not do this. */
const NOT_ALLOWED = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])

export function problemOf(error: CombinedError | undefined): Problem {
  if (!error) return new Problem('broken', 'The server answered with nothing.')
  const [first] = error.graphQLErrors
  if (first) {
    const code = String(first.extensions.code ?? '')
    if (code === 'NOT_FOUND') return new Problem('missing', first.message)
    if (NOT_ALLOWED.has(code)) return new Problem('not-allowed', first.message)
    return new Problem(REFUSALS.test(code) ? 'refused' : 'broken', reasonIn(first.message))
  }
  // A response that is no GraphQL says more by its status than by its text.
  const { response } = error
  if (response instanceof Response)
    return new Problem('broken', `The server answered with status ${response.status}.`)
  return new Problem('offline', 'Hearsay cannot be reached.')
}

/** A reader has filled in a field, and knows of no variable: only why the value is wrong. */
const reasonIn = (message: string): string =>
  message.replace(/^Variable "\$\w+" got invalid value .*?; /s, '')
