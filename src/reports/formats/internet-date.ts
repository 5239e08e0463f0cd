import { reportDate } from './report.ts'

const monthAbbreviations = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const rfc5322 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d\d?):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[a-z]{1,4})?)?/i
const zones: Readonly<Record<string, string>> = {
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
}

/** A date as e-mail and feeds write it (RFC 5322, RFC 3339), in EDTF. A time without a zone is UTC; a day alone stays a day. */
export function internetDate(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const known = reportDate(text)
  if (known) return known
  const [, day = '', name = '', year = '', hour, minute = '', second = '00', zone = 'gmt'] =
    rfc5322.exec(text.trim()) ?? []
  const month = monthAbbreviations.indexOf(name.toLowerCase().slice(0, 3)) + 1
  if (month === 0) return undefined
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return reportDate(date)
  const offset = /^[+-]/.test(zone) ? zone : (zones[zone.toLowerCase()] ?? '+0000')
  const at = `${date}T${hour.padStart(2, '0')}:${minute}:${second}`
  return reportDate(offset.endsWith('0000') ? `${at}Z` : `${at}${offset.slice(0, 3)}:${offset.slice(3)}`)
}
