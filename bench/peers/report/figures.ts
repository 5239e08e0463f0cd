import { count } from '../../table.ts'
import type { Spread } from '../measure/race.ts'

/** Three digits are enough: 1,234 and 12.3 and 0.12. */
export const digits = (value: number): string =>
  value >= 100 ? count(value) : value.toFixed(value >= 10 ? 1 : 2)

/** Microseconds or more, whichever is shorter. */
export const time = (microseconds: number): string =>
  microseconds < 1000 ? `${digits(microseconds)} µs` : `${digits(microseconds / 1000)} ms`

/** A median with the least and the most of the rounds. */
export const spread = ({ median, min, max }: Spread, write: (value: number) => string = digits): string =>
  min === max ? write(median) : `${write(median)} (${write(min)}–${write(max)})`

export const mebibytes = (bytes: number): string => count(bytes / 2 ** 20)
