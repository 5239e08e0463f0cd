import { because, parseEdtf } from '../../values/date.ts'
import { UserError } from '../../values/errors.ts'

/** What is wrong with a noun before it is written: the field at fault, innermost last, and what would be right. */
export interface Fault {
  readonly field: readonly (string | number)[]
  readonly message: string
}

/** Faults from rules: each a field, whether it is at fault, and what would be right. */
export const faultsOf = (...rules: readonly [field: string, broken: boolean, message: string][]): Fault[] =>
  rules.filter(([, broken]) => broken).map(([field, , message]) => ({ field: field.split('.'), message }))

/** Throws the first of the faults, for a caller that has one thing to write. */
export function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new UserError(`${first.field.join('.')}: ${first.message}`, first.field)
}

export interface DateColumns {
  readonly edtf: string | null
  readonly earliest: number | null
  readonly latest: number | null
}

const noDate: DateColumns = { edtf: null, earliest: null, latest: null }

/** A date as its three columns; nothing where there is none. */
export function dateColumns(text: string | undefined, field: string): DateColumns {
  if (text === undefined) return noDate
  const date = parseEdtf(text)
  if (!date)
    throw new UserError(`${field}: ${JSON.stringify(text)} is no date in EDTF level 1${because(text)}.`, [
      field,
    ])
  return { edtf: date.text, earliest: date.earliest, latest: date.latest }
}
