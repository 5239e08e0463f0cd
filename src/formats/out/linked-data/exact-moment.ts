import { formatInstant, parseEdtf } from '../../../values/date.ts'
import type { TypedLiteral } from './linked-record.ts'

const day = /^\d{4}-\d\d-\d\d$/

/** A date as XML Schema's types have it, where it is exactly a day or an instant; undefined where it is any wider. */
export function exactMoment(date: string | undefined): TypedLiteral | undefined {
  if (date === undefined) return undefined
  return day.test(date) ? { '@value': date, '@type': 'xsd:date' } : exactInstant(date)
}

/** The same of instants alone. */
export function exactInstant(date: string | undefined): TypedLiteral | undefined {
  const edtf = date === undefined ? null : parseEdtf(date)
  if (!edtf || edtf.earliest === null || edtf.earliest !== edtf.latest || !/T\d/.test(edtf.text))
    return undefined
  const instant = formatInstant(edtf.earliest)
  return /^\d{4}-/.test(instant) ? { '@value': instant, '@type': 'xsd:dateTime' } : undefined
}
