import { DatabaseError } from 'pg'
import { DatabaseLostError } from '../../values/errors.ts'

/** Why a graph in a PostgreSQL database cannot be worked on. */
export type PostgresRefusal =
  | 'unreachable'
  | 'notLetIn'
  | 'missingDatabase'
  | 'noRight'
  | 'busy'
  | 'tooMany'
  | 'readOnly'
  | 'lost'
  | 'unknownOutcome'
  | 'fullDisk'
  | 'outOfMemory'
  | 'noEncryption'

/** By the codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of the system. */
const refusals: Readonly<Record<string, PostgresRefusal>> = {
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOENT: 'unreachable',
  EACCES: 'unreachable',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
  '08006': 'lost',
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'lost',
  '28000': 'notLetIn',
  '28P01': 'notLetIn',
  '3D000': 'missingDatabase',
  '42501': 'noRight',
  '55P03': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '53100': 'fullDisk',
  '53200': 'outOfMemory',
  '53300': 'tooMany',
  '25006': 'readOnly',
}

/** What the driver itself says has no code. */
const saidByDriver: readonly (readonly [RegExp, PostgresRefusal])[] = [
  [/^SASL|password must be/, 'notLetIn'],
  [/timeout expired|timeout exceeded/, 'unreachable'],
  [/Connection terminated|not queryable/, 'lost'],
  [/support SSL/, 'noEncryption'],
]

/** Undefined where an error is none of the database's, or none that its address is to blame for. */
export function postgresRefusalOf(error: unknown): PostgresRefusal | undefined {
  if (error instanceof DatabaseLostError) return refusalOfLost(error)
  if (!(error instanceof DatabaseError)) return undefined
  if (error.code !== undefined) return refusals[error.code]
  return saidByDriver.find(([words]) => words.test(error.message))?.[1]
}

/** While a statement runs, whatever happens to the connection is that it is lost. */
function refusalOfLost({ loss, code, reason }: DatabaseLostError): PostgresRefusal {
  if (loss === 'while it was kept') return 'unknownOutcome'
  if (loss === 'while it ran') return refusals[code] === 'tooMany' ? 'tooMany' : 'lost'
  return refusals[code] ?? saidByDriver.find(([words]) => words.test(reason))?.[1] ?? 'unreachable'
}
