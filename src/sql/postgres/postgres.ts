import type { EngineKind } from '../engine-kind.ts'
import { isGraphAt, openReader, openWriter } from './open.ts'
import { refuseForeignReplicas } from './pools/replica-fault.ts'
import { ServedDatabase } from './served-database.ts'
import { isBusy } from './servers/error-codes.ts'
import { databaseRefusalOf } from './servers/refusals.ts'

export const postgres: EngineKind = {
  openWriter,
  openReader,
  openUpToDate: openReader,
  openServed: (address, options) => new ServedDatabase(address, options),
  refuseForeignReplicas,
  isGraphAt,
  isBusy,
  whyRefused: databaseRefusalOf,
}
