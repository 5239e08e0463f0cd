import { DatabaseLostError } from '../../values/errors.ts'
import { driverRefusalOf, type PostgresRefusal } from './refusals.ts'

/** What a connection that is made anew, later or to another server, may not meet again. */
const passing: ReadonlySet<PostgresRefusal | undefined> = new Set([
  'unreachable',
  'lost',
  'tooMany',
  'readOnly',
])

/** The same error of the driver's; or, where it says that the database cannot be reached, one that says so to whoever asks. */
export const lostOrSame = (error: unknown): unknown =>
  error instanceof Error && passing.has(driverRefusalOf(error)) ? new DatabaseLostError(error) : error
