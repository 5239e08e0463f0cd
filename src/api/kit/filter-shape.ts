import type { TimeRange } from '../../model/conditions/time-range.ts'
import type { DateBounds, Ends } from './date-range.ts'

/** What comes in for a field of a filter: ids and slugs for keys, dates for instants, and all else as it is. */
type Given<Value> = Value extends readonly number[]
  ? string[]
  : Value extends TimeRange
    ? Ends
    : Value extends number
      ? DateBounds
      : Value extends readonly (infer Word)[]
        ? Word[]
        : Value extends object
          ? FilterShape<Value>
          : Value

/** A filter as it comes in, before its nodes are looked up: field by field what a store is given. */
export type FilterShape<Filter> = {
  -readonly [Field in keyof Filter]?: Given<NonNullable<Filter[Field]>> | null | undefined
}

/** For `satisfies`: the fields of an input are those that the store's filter has, no more and no fewer. */
export type FilterFields<Filter> = Readonly<Record<keyof Filter, unknown>>
