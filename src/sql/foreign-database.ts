import { UserError } from '../values/errors.ts'

/** A value in another program's database. */
export type ForeignValue = string | number | null | Uint8Array
export type ForeignRow = Readonly<Record<string, ForeignValue>>

/** Another program's database in one file, of which nothing but plain tables is read. */
export interface ForeignDatabase {
  /** The columns of a table by their names; undefined where there is no such table. */
  columnsOf(table: string): readonly string[] | undefined
  countOf(table: string): number
  /** Rows in the order of their keys. No other question may be asked meanwhile. */
  rows(table: string, columns: readonly string[]): Generator<ForeignRow>
  close(): void
}

/** Such a file cannot be read. Its message is the end of a sentence that begins with the file's name. */
export class ForeignDatabaseError extends UserError {}
