import type { TimeRange } from '../../model/conditions/time-range.ts'
import { UserError } from '../../values/errors.ts'
import { builder } from './builder.ts'

export const DateRange = builder.inputType('DateRange', {
  description:
    'A stretch of time, both ends included. What has an imprecise date is kept if it may lie within the stretch. ' +
    'BAD_USER_INPUT if it ends before it begins.',
  fields: (t) => ({
    from: t.field({
      type: 'EDTF',
      description: 'The stretch begins with the first instant of this date. Open if not given.',
    }),
    until: t.field({
      type: 'EDTF',
      description: 'The stretch ends with the last instant of this date. Open if not given.',
    }),
  }),
})

/** A date as Pothos types it in an input: what may be null may be missing. */
export type DateBounds = {
  text: string
  earliest?: number | null | undefined
  latest?: number | null | undefined
}

export interface Ends {
  from?: DateBounds | null | undefined
  until?: DateBounds | null | undefined
}

export function timeRange(range: Ends | null | undefined, path: readonly string[]): TimeRange | undefined {
  if (!range || (!range.from && !range.until)) return undefined
  const [from, until] = [range.from?.earliest ?? null, range.until?.latest ?? null]
  if (from !== null && until !== null && until < from)
    throw new UserError(
      `${range.until?.text} is before ${range.from?.text}: no time lies between them.`,
      path,
    )
  return { from, until }
}

/** The last instant of the date by which things had been said; a date that has no end has none. */
export function asOfInstant(
  asOf: DateBounds | null | undefined,
  path: readonly string[] = ['asOf'],
): number | null {
  if (!asOf) return null
  if (asOf.latest == null)
    throw new UserError(`asOf is ${asOf.text}, which is open: give a date that has an end.`, path)
  return asOf.latest
}
