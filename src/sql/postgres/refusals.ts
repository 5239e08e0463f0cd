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
  | 'lostKeeping'
  | 'fullDisk'
  | 'outOfMemory'
  | 'noEncryption'

/** By the codes of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const refusals: Readonly<Record<string, PostgresRefusal>> = {
  '28000': 'notLetIn',
  '28P01': 'notLetIn',
  '3D000': 'missingDatabase',
  '42501': 'noRight',
  '55P03': 'busy',
  '53100': 'fullDisk',
  '53200': 'outOfMemory',
}

/** What the driver itself says has no code. */
const saidByDriver: readonly (readonly [RegExp, PostgresRefusal])[] = [
  [/^SASL|password must be/, 'notLetIn'],
  [/support SSL/, 'noEncryption'],
]

/** Why a server has no room for a connection, or does not write. */
const lostFor: readonly (readonly [RegExp, PostgresRefusal])[] = [
  [/read-only/, 'readOnly'],
  [/connection slots|too many connections|too many clients/, 'tooMany'],
]

const losses: Readonly<Record<DatabaseLostError['loss'], PostgresRefusal>> = {
  before: 'unreachable',
  'while it ran': 'lost',
  'while it was kept': 'lostKeeping',
}

/** Undefined where an error is none of the database's, or none that its address is to blame for. */
export function postgresRefusalOf(error: unknown): PostgresRefusal | undefined {
  const found = (said: typeof saidByDriver, message: string) =>
    said.find(([words]) => words.test(message))?.[1]
  if (error instanceof DatabaseLostError) return found(lostFor, error.reason) ?? losses[error.loss]
  if (!(error instanceof DatabaseError)) return undefined
  return refusals[error.code ?? ''] ?? found(saidByDriver, error.message)
}
