import { GraphQLError } from 'graphql'
import { unauthenticated } from '../api/kit/role.ts'

interface RefusalDetails {
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'RATE_LIMITED' | 'BAD_REQUEST' | 'BUSY'
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}

/** Why a request is not answered, whatever it asks: said on a page to people, and in GraphQL's form to programs. */
export class Refusal extends Error {
  readonly code: RefusalDetails['code']
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(message: string, { code, status, headers = {} }: RefusalDetails) {
    super(message)
    this.code = code
    this.status = status
    this.headers = headers
  }

  toGraphQLError(): GraphQLError {
    const { code, status, headers, message } = this
    return code === 'UNAUTHENTICATED'
      ? unauthenticated(message)
      : new GraphQLError(message, { extensions: { code, http: { status, headers } } })
  }
}

export const notSignedIn = (message: string): Refusal =>
  new Refusal(message, { code: 'UNAUTHENTICATED', status: 401, headers: { 'www-authenticate': 'Bearer' } })

/** @param wait In seconds. */
export const tooOften = (message: string, wait: number): Refusal =>
  new Refusal(`${message} in ${wait} s.`, {
    code: 'RATE_LIMITED',
    status: 429,
    headers: { 'retry-after': String(wait) },
  })
