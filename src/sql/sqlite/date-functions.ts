import type { Database } from 'better-sqlite3'
import { monthOf, parseEdtf } from '../../values/date.ts'

/** What statements of SQL need to know of dates and SQLite cannot tell; readers and triggers do without. */
export function defineDateFunctions(db: Database): void {
  const define = (name: string, of: (...values: never[]) => string | number | null) =>
    db.function(name, { deterministic: true }, of as never)
  define('edtf_text', (edtf: string | null) => edtfDate(edtf)?.text ?? null)
  define('edtf_earliest', (edtf: string | null) => edtfDate(edtf)?.earliest ?? null)
  define('edtf_latest', (edtf: string | null) => edtfDate(edtf)?.latest ?? null)
  define('month_of', (earliest: number | null, latest: number | null) => monthOf({ earliest, latest }))
}

const edtfDate = (edtf: string | null) => (edtf === null ? null : parseEdtf(edtf))
