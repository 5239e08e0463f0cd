import { DatabaseLostError, errorCode, errorMessage, type Loss } from '../../../values/errors.ts'
import { isLoss } from './refusals.ts'

/** The same error; or, where it says that the database cannot be reached, one that says so to whoever asks. */
export const lostOrSame = (error: unknown, loss?: Loss): unknown =>
  isLoss(error) ? new DatabaseLostError(errorMessage(error), loss, errorCode(error)) : error
