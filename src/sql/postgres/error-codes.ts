/** See https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const LOCK_NOT_AVAILABLE = '55P03'
const QUERY_CANCELED = '57014'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** Whether somebody else writes to the graph. */
export const isBusy = (error: unknown): boolean => codeOf(error) === LOCK_NOT_AVAILABLE

/** Whether a statement was ended because its time was over. */
export const isCanceled = (error: unknown): boolean => codeOf(error) === QUERY_CANCELED
