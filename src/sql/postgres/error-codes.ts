import { DatabaseLostError, UserError } from '../../values/errors.ts'
import type { EngineRefusal } from '../refusal.ts'

/** See https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const LOCK_NOT_AVAILABLE = '55P03'
const QUERY_CANCELED = '57014'
const SERIALIZATION_FAILURE = '40001'
/** The server only reads: it is a copy of another. */
export const READ_ONLY_TRANSACTION = '25006'

const INVALID_TEXT_REPRESENTATION = '22P02'
const NUMERIC_VALUE_OUT_OF_RANGE = '22003'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether somebody else writes to the graph. */
export const isBusy = (error: unknown): boolean => codeOf(error) === LOCK_NOT_AVAILABLE

/** Whether a statement was ended because its time was over. */
export const isCanceled = (error: unknown): boolean => codeOf(error) === QUERY_CANCELED

/**
 * What a caller is told whose value is no number where one is compared, or too large a one; the error itself otherwise. Only a
 * cursor that was made up has such a value: all others are checked by their types.
 */
export function misfitOrSame(error: unknown): unknown {
  const code = codeOf(error)
  if (code !== INVALID_TEXT_REPRESENTATION && code !== NUMERIC_VALUE_OUT_OF_RANGE) return error
  return new UserError(
    'A value is of another kind than what it is compared with: pass cursors that this API gave you.',
  )
}

/** Whether a statement on a copy was ended because what it read was about to be written over. */
export const isRecoveryConflict = (error: unknown): boolean => codeOf(error) === SERIALIZATION_FAILURE

const refusals: Readonly<Record<string, EngineRefusal>> = {
  [LOCK_NOT_AVAILABLE]: 'busy',
  '53100': 'fullDisk',
  '53200': 'outOfMemory',
  '40001': 'busy',
  '40P01': 'busy',
  [READ_ONLY_TRANSACTION]: 'forbidden',
  '42501': 'forbidden',
  '54000': 'longText',
  '58030': 'brokenDisk',
  '3D000': 'noDatabase',
  '28000': 'notLetIn',
  '28P01': 'notLetIn',
  XX001: 'damaged',
  XX002: 'damaged',
}

/** Why a database cannot work on a graph; undefined where the error is none of the database's, or none that it is to blame for. */
export function databaseRefusalOf(error: unknown): EngineRefusal | undefined {
  if (error instanceof DatabaseLostError)
    return error.loss === 'while it was kept' ? 'unknownOutcome' : 'lost'
  return refusals[String(codeOf(error))]
}
