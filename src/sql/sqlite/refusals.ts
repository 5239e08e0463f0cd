import { errorCode } from '../../values/errors.ts'
import type { FileEngineRefusal } from '../refusal.ts'

/** By SQLite's codes, without what some of them say beyond that: SQLITE_IOERR_READ is an SQLITE_IOERR. */
const engineRefusals: Readonly<Record<string, FileEngineRefusal>> = {
  SQLITE_NOTADB: 'noDatabase',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_FULL: 'fullDisk',
  SQLITE_TOOBIG: 'longText',
  SQLITE_NOMEM: 'outOfMemory',
  SQLITE_IOERR: 'brokenDisk',
  SQLITE_PROTOCOL: 'brokenLocks',
  SQLITE_READONLY: 'forbidden',
  SQLITE_CANTOPEN: 'forbidden',
  SQLITE_PERM: 'forbidden',
}

/** Undefined where the error is none of the engine's, or none that a file is to blame for. */
export const engineRefusalOf = (error: unknown): FileEngineRefusal | undefined =>
  engineRefusals[errorCode(error).split('_', 2).join('_')]
