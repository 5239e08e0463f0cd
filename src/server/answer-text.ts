import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql'
import { located } from '../api/run/places.ts'

/** Under this key a result has its text, where that was made already. */
const writtenText = Symbol('text')

/** A result of which only the text is known, and what decides how it is sent. */
export const withText = (result: ExecutionResult, text: string): ExecutionResult =>
  Object.assign(result, { [writtenText]: text })

/** An answer's JSON, whichever way it is sent. */
export function answerText(result: ExecutionResult & { readonly [writtenText]?: string }): string {
  const { errors, [writtenText]: text } = result
  return text ?? JSON.stringify(errors ? { ...result, errors: errors.map(toldError) } : result)
}

/** A message may quote what was wrong, which may be as long as a request. */
const LONGEST_MESSAGE = 2_000

/** An error as its client reads it: with its place in the document, and without what only says how it is answered. */
function toldError(error: GraphQLError): GraphQLFormattedError {
  const { message, extensions, ...place } = located(error).toJSON()
  const { http: _, unexpected: __, ...told } = extensions ?? {}
  return {
    message: message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message,
    ...place,
    ...(Object.keys(told).length > 0 && { extensions: told }),
  }
}
