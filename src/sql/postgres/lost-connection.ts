import { DatabaseLostError, errorCode, errorMessage, type Loss } from '../../values/errors.ts'

/** How the system says that there is no way to a server, or none any more. */
const systemCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/**
 * How PostgreSQL says that it goes or is not there yet (57P0x), has no room for another connection (53300), or is not, or not
 * any more, the one that writes (25006). See https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
const serverCodes = /^(?:08...|57P0[1235]|53300|25006)$/

/** What `pg` says of a connection that has ended; it gives these no code. */
const messages =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed and is not queryable|timeout exceeded when trying to connect|timeout expired|Query read timeout)/

const isLost = (error: unknown): boolean => {
  const code = errorCode(error)
  return systemCodes.has(code) || serverCodes.test(code) || messages.test(errorMessage(error))
}

/** The same error; or, where it says that the database cannot be reached, one that says so to whoever asks. */
export const lostOrSame = (error: unknown, loss?: Loss): unknown =>
  isLost(error) ? new DatabaseLostError(errorMessage(error), loss, errorCode(error)) : error
