import { DatabaseLostError, errorMessage, type Loss, UnavailableError } from '../values/errors.ts'
import { graphRefusalText } from './graph-refusal.ts'

/** What went wrong in a thread that writes, as plain data. */
export interface WriteFailure {
  readonly text: string
  /** Whether the text is for clients. */
  readonly isTold: boolean
  /** Where a database was lost: when that was, and by what code it is known. */
  readonly lost?: { readonly loss: Loss; readonly code: string }
}

export function failureOf(error: unknown): WriteFailure {
  if (error instanceof DatabaseLostError) {
    const { reason, loss, code } = error
    return { text: reason, isTold: false, lost: { loss, code } }
  }
  const told = graphRefusalText(error)
  if (told !== undefined) return { text: told, isTold: true }
  return {
    text: error instanceof Error ? (error.stack ?? error.message) : errorMessage(error),
    isTold: false,
  }
}

/** The same as an error again, in the thread that has asked. */
export function failureError({ text, isTold, lost }: WriteFailure): Error {
  if (lost) return new DatabaseLostError(text, lost.loss, lost.code)
  return isTold ? new UnavailableError(text) : new Error(text)
}
