import { whyRefused } from '../model/open.ts'
import { DatabaseLostError, errorMessage } from '../values/errors.ts'
import type { WriteFailure } from './writer-thread.ts'

/** What went wrong in a thread that writes, as plain data. */
export function failureOf(error: unknown): WriteFailure {
  const refusal = whyRefused(error)
  if (error instanceof DatabaseLostError) return { text: error.reason, refusal }
  return { text: error instanceof Error ? (error.stack ?? error.message) : errorMessage(error), refusal }
}
