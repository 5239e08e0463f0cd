import { DatabaseError } from 'pg'
import { DatabaseLostError, errorCode, errorMessage } from '../../../values/errors.ts'
import type { DatabaseRefusal } from '../../refusal.ts'
import {
  LOCK_NOT_AVAILABLE,
  READ_ONLY_TRANSACTION,
  SERIALIZATION_FAILURE,
  TOO_MANY_CONNECTIONS,
} from './error-codes.ts'

/** By the system's codes. */
const systemRefusals: Readonly<Record<string, DatabaseRefusal>> = {
  EACCES: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOENT: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNRESET: 'lost',
  EPIPE: 'lost',
}

/**
 * By the server's codes; two letters are a class, whose codes mean the same but for those that stand here.
 * See https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
const serverRefusals: Readonly<Record<string, DatabaseRefusal>> = {
  [LOCK_NOT_AVAILABLE]: 'busy',
  [READ_ONLY_TRANSACTION]: 'readOnly',
  [SERIALIZATION_FAILURE]: 'busy',
  '08': 'lost',
  '25P03': 'lost',
  '28': 'notLetIn',
  '3D000': 'missingDatabase',
  '40P01': 'busy',
  '42501': 'noRight',
  '53100': 'fullDisk',
  '53200': 'outOfMemory',
  [TOO_MANY_CONNECTIONS]: 'tooManyConnections',
  '54000': 'longText',
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'unreachable',
  '57P04': 'missingDatabase',
  '57P05': 'lost',
  '58030': 'brokenDisk',
  '58P01': 'brokenDisk',
  XX001: 'damaged',
  XX002: 'damaged',
}

/** How Node begins the codes of certificates that it does not trust. */
const ofCertificate = /^(?:CERT_|DEPTH_ZERO_|ERR_TLS_|SELF_SIGNED_|UNABLE_TO_)/

/** What the driver itself says has no code. */
const driverRefusals: readonly (readonly [RegExp, DatabaseRefusal])[] = [
  [/password must be/, 'noPassword'],
  [/^SASL/, 'notLetIn'],
  [/support SSL/, 'noEncryption'],
  [/^timeout e(?:xpired|xceeded)/, 'unreachable'],
  [
    /Connection terminated|has encountered a connection error|not queryable|no connection any more|^Query read timeout/,
    'lost',
  ],
]

/** Why a database cannot work on a graph; undefined where the error is none of the database's, or none that it is to blame for. */
export function databaseRefusalOf(error: unknown): DatabaseRefusal | undefined {
  if (error instanceof DatabaseLostError) return refusalOfLoss(error)
  return error instanceof DatabaseError ? refusalBy(errorCode(error), error.message) : undefined
}

/** While a statement runs, whatever happens to the connection is that it is lost. */
function refusalOfLoss({ loss, code, reason }: DatabaseLostError): DatabaseRefusal {
  if (loss === 'while it was kept') return 'unknownOutcome'
  const refusal = refusalBy(code, reason)
  if (refusal === 'tooManyConnections' || refusal === 'readOnly') return refusal
  return loss === 'while it ran' ? 'lost' : (refusal ?? 'unreachable')
}

function refusalBy(code: string, message: string): DatabaseRefusal | undefined {
  if (code === '') return driverRefusals.find(([words]) => words.test(message))?.[1]
  if (ofCertificate.test(code)) return 'untrusted'
  return systemRefusals[code] ?? serverRefusals[code] ?? serverRefusals[code.slice(0, 2)]
}

const losses: ReadonlySet<DatabaseRefusal | undefined> = new Set([
  'unreachable',
  'lost',
  'tooManyConnections',
  'readOnly',
] as const)

/** Whether an error says that there is no way to the database, or none any more, or none to one that can be written to. */
export const isLoss = (error: unknown): boolean =>
  losses.has(refusalBy(errorCode(error), errorMessage(error)))
