import type { MappedRow } from './mapped-row.ts'
import type { FindableType, ValueObject } from './value-schema.ts'

/** What a value comes to in a row; undefined where it comes to nothing. */
export type Made = string | number | boolean | readonly Made[] | undefined

/** Makes a value of each row. */
export interface ValueMaker {
  /** The columns that it is made of. */
  readonly columns: readonly number[]
  make(row: MappedRow): Made
}

/** Looks a text up, and gives the slug of what is found or made. */
export type NodeLookup = (row: MappedRow, text: string, column: number | undefined) => string | undefined

/** What values are compiled with. */
export interface MakerKit {
  /** The place of a column; undefined where it is missing and may be. */
  columnAt(column: string | number): number | undefined
  readonly words: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>
  lookup(type: FindableType, value: ValueObject): NodeLookup
}
