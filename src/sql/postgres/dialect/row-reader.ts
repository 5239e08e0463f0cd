import type { RawResult } from '../servers/raw-result.ts'
import { valueReader } from './values.ts'

/** Makes a record of a row as PostgreSQL writes it. */
export type RowReader<Row> = (row: readonly (string | null)[]) => Row

/** Written out as an object literal, because V8 then gives all records one layout. */
export function rowReader<Row>(columns: RawResult['columns']): RowReader<Row> {
  const readers = columns.map(({ type }) => valueReader(type))
  const fields = columns.map(
    ({ name }, place) =>
      `${JSON.stringify(name)}: row[${place}] === null ? null : readers[${place}](row[${place}])`,
  )
  return new Function('readers', `return (row) => ({ ${fields.join(', ')} })`)(readers) as RowReader<Row>
}
