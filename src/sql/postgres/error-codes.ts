import { DatabaseLostError } from '../../values/errors.ts'
import type { EngineRefusal } from '../refusal.ts'

/** See https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const LOCK_NOT_AVAILABLE = '55P03'
const QUERY_CANCELED = '57014'
const SERIALIZATION_FAILURE = '40001'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether somebody else writes to the graph. */
export const isBusy = (error: unknown): boolean => codeOf(error) === LOCK_NOT_AVAILABLE

/** Whether a statement was ended because its time was over. */
export const isCanceled = (error: unknown): boolean => codeOf(error) === QUERY_CANCELED

/** Whether a statement on a copy was ended because what it read was about to be written over. */
export const isRecoveryConflict = (error: unknown): boolean => codeOf(error) === SERIALIZATION_FAILURE

const refusals: Readonly<Record<string, EngineRefusal>> = {
  [LOCK_NOT_AVAILABLE]: 'busy',
  '53100': 'fullDisk',
  '53200': 'outOfMemory',
  '42501': 'forbidden',
  '3D000': 'noDatabase',
  '28000': 'notLetIn',
  '28P01': 'notLetIn',
  XX001: 'damaged',
  XX002: 'damaged',
}

/** Why a database cannot work on a graph; undefined where the error is none of the database's, or none that it is to blame for. */
export function databaseRefusalOf(error: unknown): EngineRefusal | undefined {
  if (error instanceof DatabaseLostError) return 'lost'
  return refusals[String(codeOf(error))]
}
