import { whyRefused } from '../model/open.ts'
import { DatabaseLostError, errorMessage } from '../values/errors.ts'
import type { WriteFailure } from './writer-thread.ts'

/** What went wrong in a thread that writes, as plain data. */
export function failureOf(error: unknown): WriteFailure {
  const told = error instanceof DatabaseLostError ? error.cause : error
  const text = told instanceof Error ? (told.stack ?? told.message) : errorMessage(told)
  return { text, refusal: whyRefused(error) }
}
