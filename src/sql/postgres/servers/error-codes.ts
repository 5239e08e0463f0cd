import { errorCode, UserError } from '../../../values/errors.ts'

/** See https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export const LOCK_NOT_AVAILABLE = '55P03'
const QUERY_CANCELED = '57014'
/** The server has no connection left, or none for this user or this database. */
export const TOO_MANY_CONNECTIONS = '53300'
export const SERIALIZATION_FAILURE = '40001'
/** The server only reads: it is a replica of another. */
export const READ_ONLY_TRANSACTION = '25006'

const INVALID_TEXT_REPRESENTATION = '22P02'
const NUMERIC_VALUE_OUT_OF_RANGE = '22003'

/** Whether somebody else writes to the graph. */
export const isBusy = (error: unknown): boolean => errorCode(error) === LOCK_NOT_AVAILABLE

/** Whether a statement was ended because its time was over. */
export const isCanceled = (error: unknown): boolean => errorCode(error) === QUERY_CANCELED

/**
 * What a caller is told whose value is no number where one is compared, or too large a one; the error itself otherwise. Only a
 * cursor that was made up has such a value: all others are checked by their types.
 */
export function misfitOrSame(error: unknown): unknown {
  const code = errorCode(error)
  if (code !== INVALID_TEXT_REPRESENTATION && code !== NUMERIC_VALUE_OUT_OF_RANGE) return error
  return new UserError(
    'A value is of another kind than what it is compared with: pass cursors that this API gave you.',
  )
}

/** Whether a statement on a replica was ended because what it read was about to be written over. */
export const isRecoveryConflict = (error: unknown): boolean => errorCode(error) === SERIALIZATION_FAILURE
