import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant, monthOf, parseEdtf } from '../src/date.ts'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const year = fc.integer({ min: 0, max: 9999 }).map((value) => pad(value, 4))
const month = fc.integer({ min: 1, max: 12 }).map((value) => pad(value))
const day = fc
  .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const mark = fc.constantFrom('', '~', '?', '%')
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''))
const point = fc.oneof(joined(year, mark), joined(year, fc.constant('-'), month, mark), joined(day, mark))
const unspecified = fc.oneof(
  year.map((text) => `${text.slice(0, 3)}X`),
  year.map((text) => `${text.slice(0, 2)}XX`),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
  joined(year, fc.constant('-'), month, fc.constant('-XX')),
)
const season = joined(year, fc.constantFrom('-21', '-22', '-23', '-24'))
const openInterval = fc.oneof(
  joined(point, fc.constantFrom('/..', '/')),
  joined(fc.constantFrom('../', '/'), point),
)
const valid = fc.oneof(point, unspecified, season, openInterval)
const iso = (at: number | null | undefined) => (at == null ? null : formatInstant(at))
const bounds = (text: string) => {
  const date = parseEdtf(text)
  return date && [iso(date.earliest), iso(date.latest)]
}

describe('a date in EDTF', () => {
  it.each([
    ['2023', '2023-01-01T00:00:00Z', '2023-12-31T23:59:59.999Z'],
    ['2023-05', '2023-05-01T00:00:00Z', '2023-05-31T23:59:59.999Z'],
    ['2024-02', '2024-02-01T00:00:00Z', '2024-02-29T23:59:59.999Z'],
    ['2023-05-22~', '2023-05-22T00:00:00Z', '2023-05-22T23:59:59.999Z'],
    ['2023-XX', '2023-01-01T00:00:00Z', '2023-12-31T23:59:59.999Z'],
    ['202X', '2020-01-01T00:00:00Z', '2029-12-31T23:59:59.999Z'],
    ['2023-22', '2023-04-01T00:00:00Z', '2023-06-30T23:59:59.999Z'],
    ['../2023-05-22', null, '2023-05-22T23:59:59.999Z'],
    ['2022-02-24/..', '2022-02-24T00:00:00Z', null],
    ['2022/', '2022-01-01T00:00:00Z', null],
    ['2022-02-24/2023-05', '2022-02-24T00:00:00Z', '2023-05-31T23:59:59.999Z'],
    ['2023-05-22T12:30:00+02:00', '2023-05-22T10:30:00Z', '2023-05-22T10:30:00Z'],
    ['2023-05-22T12:30:00.25Z', '2023-05-22T12:30:00.250Z', '2023-05-22T12:30:00.250Z'],
    ['0000', '0000-01-01T00:00:00Z', '0000-12-31T23:59:59.999Z'],
    ['9999-12-31', '9999-12-31T00:00:00Z', '9999-12-31T23:59:59.999Z'],
  ])('%s lies between %s and %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest])
  })

  it.each([
    '',
    ' 2023',
    '23',
    '2023-13',
    '2023-00',
    '2023-02-29',
    '2023-04-31',
    '2023-02-29/..',
    '2023-05-22T25:00:00Z',
    '2023-02-29T10:00:00Z',
    '2023/2022',
    '[2022,2023]',
    '22 May 2023',
    'May 2023',
    '-0044',
    'Y12000',
    '1900/Y12000',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00+01:00',
    `2023${' '.repeat(100_000)}`,
  ])('%j is none', (text) => {
    expect(parseEdtf(text)).toBeNull()
  })

  it('keeps its text, and its bounds are in order', () => {
    fc.assert(
      fc.property(valid, (text) => {
        const date = parseEdtf(text)
        expect(date?.text).toBe(text)
        if (date?.earliest != null && date.latest != null)
          expect(date.earliest).toBeLessThanOrEqual(date.latest)
      }),
    )
  })

  it('has the bounds that the library gives it', () => {
    fc.assert(
      fc.property(valid, (text) => {
        const { min, max } = edtf(text, { level: 1 })
        const finite = (at: number | null) => (Number.isFinite(at) ? at : null)
        expect(parseEdtf(text)).toEqual({ text, earliest: finite(min), latest: finite(max) })
      }),
      { numRuns: 1000 },
    )
  })

  it('as an instant is the instant that Date takes it for', () => {
    const written = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    fc.assert(
      fc.property(written, (date) => {
        const at = date.getTime()
        expect(parseEdtf(formatInstant(at))).toEqual({ text: formatInstant(at), earliest: at, latest: at })
      }),
    )
  })

  it('never throws, whatever the text', () => {
    const alphabet = fc.constantFrom(...'0123456789-/.~?%XTZ:+[]{}YSE '.split(''))
    const near = fc.array(alphabet, { maxLength: 90 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const date = parseEdtf(text)
        expect(date === null || date.text === text).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the month of a date', () => {
  it.each([
    ['2023-05-22', '2023-05'],
    ['2023-05~', '2023-05'],
    ['2023-05-22/2023-05-24', '2023-05'],
    ['2023-05-31T23:30:00-01:00', '2023-06'],
    ['2023', null],
    ['2023-05/2023-06', null],
    ['2023-05/..', null],
  ])('%s is in %s', (text, expected) => {
    const date = parseEdtf(text)
    expect(date && monthOf(date)).toBe(expected)
  })
})
