import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateRefusal, formatInstant, isInstant, monthOf, parseEdtf } from '../src/values/date.ts'

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
      // The library gives February of the year 0, a leap year, a day too many.
      fc.property(
        valid.filter((text) => text !== '0000-02-XX'),
        (text) => {
          const { min, max } = edtf(text, { level: 1 })
          const finite = (at: number | null) => (Number.isFinite(at) ? at : null)
          expect(parseEdtf(text)).toEqual({ text, earliest: finite(min), latest: finite(max) })
        },
      ),
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

/** Every example that the specification gives at its levels 0 and 1, with its bounds by hand. */
const specification: readonly (readonly [string, string | null, string | null])[] = [
  ['1985-04-12', '1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04-01', '1985-04-30'],
  ['1985', '1985-01-01', '1985-12-31'],
  ['1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z'],
  ['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z'],
  ['1985-04-12T23:20:30-04', '1985-04-13T03:20:30Z', '1985-04-13T03:20:30Z'],
  ['1985-04-12T23:20:30+04:30', '1985-04-12T18:50:30Z', '1985-04-12T18:50:30Z'],
  ['1964/2008', '1964-01-01', '2008-12-31'],
  ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
  ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
  ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
  ['2005/2006-02', '2005-01-01', '2006-02-28'],
  ['2001-21', '2001-01-01', '2001-03-31'],
  ['1984?', '1984-01-01', '1984-12-31'],
  ['2004-06~', '2004-06-01', '2004-06-30'],
  ['2004-06-11%', '2004-06-11', '2004-06-11'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2004-XX', '2004-01-01', '2004-12-31'],
  ['1985-04-XX', '1985-04-01', '1985-04-30'],
  ['1985-XX-XX', '1985-01-01', '1985-12-31'],
  ['1985-04-12/..', '1985-04-12', null],
  ['1985-04/..', '1985-04-01', null],
  ['1985/..', '1985-01-01', null],
  ['../1985-04-12', null, '1985-04-12'],
  ['../1985-04', null, '1985-04-30'],
  ['../1985', null, '1985-12-31'],
  ['1985-04-12/', '1985-04-12', null],
  ['1985-04/', '1985-04-01', null],
  ['1985/', '1985-01-01', null],
  ['/1985-04-12', null, '1985-04-12'],
  ['/1985-04', null, '1985-04-30'],
  ['/1985', null, '1985-12-31'],
  ['-1985', '-001985-01-01', '-001985-12-31'],
]

/** What follows from the specification without being among its examples. */
const further: readonly (readonly [string, string | null, string | null])[] = [
  ['2023-05-22/2023-05-22', '2023-05-22', '2023-05-22'],
  ['2023/2023', '2023-01-01', '2023-12-31'],
  ['2023-05/2023-05', '2023-05-01', '2023-05-31'],
  ['2023-05-01/2023-05', '2023-05-01', '2023-05-31'],
  ['2023-05-31/2023-05', '2023-05-31', '2023-05-31'],
  ['2023-05/2023', '2023-05-01', '2023-12-31'],
  ['2023/2023-05-22', '2023-01-01', '2023-05-22'],
  ['2023-05-22T10:00/2023-05-22', '2023-05-22T10:00:00Z', '2023-05-22'],
  ['2023-05-22T10:00/2023-05-22T10:00', '2023-05-22T10:00:00Z', '2023-05-22T10:00:00Z'],
  ['1984~/2004-06', '1984-01-01', '2004-06-30'],
  ['1984?/2004%', '1984-01-01', '2004-12-31'],
  ['2004-06-11~/..', '2004-06-11', null],
  ['-0044-03-15/0014-08-19', '-000044-03-15', '0014-08-19'],
  ['Y-17000/-4000', '-017000-01-01', '-004000-12-31'],
  ['1900/Y12000', '1900-01-01', '+012000-12-31'],
  ['2001-21/2001-22', '2001-01-01', '2001-06-30'],
  ['198X/199X', '1980-01-01', '1999-12-31'],
  ['../..', null, null],
  ['2001-22', '2001-04-01', '2001-06-30'],
  ['2001-23', '2001-07-01', '2001-09-30'],
  ['2001-24', '2001-10-01', '2001-12-31'],
  ['2001-24~', '2001-10-01', '2001-12-31'],
  ['-0043-21', '-000043-01-01', '-000043-03-31'],
  ['201X?', '2010-01-01', '2019-12-31'],
  ['2004-XX~', '2004-01-01', '2004-12-31'],
  ['2000-02-XX', '2000-02-01', '2000-02-29'],
  ['1900-02-XX', '1900-02-01', '1900-02-28'],
  ['-198X', '-001989-01-01', '-001980-12-31'],
  ['-01XX', '-000199-01-01', '-000100-12-31'],
  ['-000X', '-000009-01-01', '-000001-12-31'],
  ['000X', '0000-01-01', '0009-12-31'],
  ['-1985-04-XX', '-001985-04-01', '-001985-04-30'],
  ['-0044', '-000044-01-01', '-000044-12-31'],
  ['-0044-03', '-000044-03-01', '-000044-03-31'],
  ['-0004-02-29', '-000004-02-29', '-000004-02-29'],
  ['-9999', '-009999-01-01', '-009999-12-31'],
  ['Y12000', '+012000-01-01', '+012000-12-31'],
  ['Y-17000', '-017000-01-01', '-017000-12-31'],
  ['Y-17000~', '-017000-01-01', '-017000-12-31'],
  ['Y275759', '+275759-01-01', '+275759-12-31'],
  ['Y-271820', '-271820-01-01', '-271820-12-31'],
  ['9999-12-31T23:59:59-01:00', '+010000-01-01T00:59:59Z', '+010000-01-01T00:59:59Z'],
  ['0000-01-01T00:00:00+01:00', '-000001-12-31T23:00:00Z', '-000001-12-31T23:00:00Z'],
  ['-0044-03-15T12:00', '-000044-03-15T12:00:00Z', '-000044-03-15T12:00:00Z'],
  ['+020000-01-01T00:00:00Z', '+020000-01-01T00:00:00Z', '+020000-01-01T00:00:00Z'],
]

describe('EDTF level 1', () => {
  const end = (day: string | null) => day && (day.includes('T') ? day : `${day}T23:59:59.999Z`)
  const begin = (day: string | null) => day && (day.includes('T') ? day : `${day}T00:00:00Z`)

  it.each(specification)('by its own example %s, lies between %s and %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([begin(earliest), end(latest)])
  })

  it.each(further)('whole: %s lies between %s and %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([begin(earliest), end(latest)])
  })

  it.each([
    ['2023/2022', '2022 is before 2023: an interval does not end before it begins'],
    ['2023-05-22/2023-05-21', '2023-05-21 is before 2023-05-22'],
    ['2023-05-22T10:00/2023-05-22T09:59', '2023-05-22T09:59 is before 2023-05-22T10:00'],
    ['2023-05-23/2023-05-22T23:59:59', 'is before 2023-05-23'],
    ['0014/-0044', '-0044 is before 0014'],
    ['Y20000/9999', '9999 is before Y20000'],
    ['2001-22/2001-21', '2001-21 is before 2001-22'],
    ['2023/2024/2025', 'an interval has two ends'],
    ['/', 'one end at least is known, or open'],
    ['Y300000', 'only the years -271820 to 275759 can be kept'],
    ['Y170000002', 'only the years -271820 to 275759 can be kept'],
    ['Y-170000002', 'only the years -271820 to 275759 can be kept'],
    ['Y275760', 'only the years -271820 to 275759 can be kept'],
    ['Y-271821', 'only the years -271820 to 275759 can be kept'],
    ['Y300000/..', 'only the years -271820 to 275759 can be kept'],
    [`Y${'9'.repeat(70)}`, 'only the years -271820 to 275759 can be kept'],
    ['+275760-09-13T00:00:00Z', 'only the years -271820 to 275759 can be kept'],
    ['Y2023', 'Y goes before years of five digits or more'],
    ['Y012000', 'Y goes before years of five digits or more'],
    ['20000', 'begins with Y, such as Y20000'],
    ['-17000', 'begins with Y, such as Y20000'],
    ['44', 'a year has four digits, such as 0044 or -0043'],
    ['-44', 'a year has four digits, such as 0044 or -0043'],
    ['-0000', 'the year 0, which is 1 BC, is written 0000'],
    ['-0000-01-01T00:00', 'the year 0, which is 1 BC, is written 0000'],
    ['2023-02-29', 'that month has the days 01 to 28'],
    ['1900-02-29/1901', 'that month has the days 01 to 28'],
    ['-0001-02-29', 'that month has the days 01 to 28'],
    ['2023-04-00', 'that month has the days 01 to 30'],
    ['2023-13', 'there is no month 13: months are 01 to 12, and 21 to 24 are the seasons'],
    ['2023-25', 'there is no month 25'],
    ['2023-21-01', 'there is no month 21'],
    ['201X-05', 'a month or a day is only given of a year that is known'],
    ['2023-XX-12', 'a day is only given of a month that is known'],
    ['2XXX', 'that is level 2'],
    ['2023-1X', 'that is level 2'],
    ['2004-06-~01/2004-06-~20', 'that is level 2'],
    ['?2004-06', 'that is level 2'],
    ['[1667,1668]', 'that is level 2'],
    ['{1960,1961-12}', 'that is level 2'],
    ['Y-17E7', 'that is level 2'],
    ['1950S2', 'that is level 2'],
    ['2023-05-22T10', 'a time has hours and minutes'],
    ['2023-05-22T10:00:00~', 'a time is exact'],
    ['2023-05-22T23:59:60Z', 'leap seconds cannot be kept'],
    ['2016-12-31 23:59:60', 'leap seconds cannot be kept'],
    ['2023-05-22T24:01', 'an hour is 00 to 23, and a day ends at 24:00'],
    ['2023-05-22T24:00:00.5Z', 'an hour is 00 to 23, and a day ends at 24:00'],
    ['2023-05-22T25:00Z', 'an hour is 00 to 23'],
    ['2023-05-22T10:60Z', 'a minute is 00 to 59'],
    ['2023-05-22T10:00+24:00', 'an offset from UTC is at most 23:59'],
    ['2023-02-30T10:00', 'that month has the days 01 to 28'],
    ['yesterday', 'is not an EDTF date: write 2023-05-22, 2023-05'],
  ])('does not have %s, and says why', (text, reason) => {
    expect(parseEdtf(text)).toBeNull()
    expect(dateRefusal(text)).toContain(reason)
  })

  it('is what the library takes for it, wherever the library is right', () => {
    const near = fc
      .array(fc.constantFrom(...'0123459-/.~?%XY'.split('')), { minLength: 4, maxLength: 14 })
      .map((characters) => characters.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          near,
          fc.tuple(near, near).map((ends) => ends.join('/')),
        ),
        (text) => {
          let taken: { min: number | null; max: number | null } | undefined
          try {
            taken = edtf(text, { level: 1 })
          } catch {}
          const date = parseEdtf(text)
          if (taken && !Number.isNaN(taken.min) && text !== '/' && !/-02-29|-00|0000/.test(text)) {
            const finite = (at: number | null) => (Number.isFinite(at) ? at : null)
            expect([date?.earliest, date?.latest]).toEqual([finite(taken.min), finite(taken.max)])
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a time', () => {
  it.each([
    ['2023-06-01T00:30', '2023-06-01T00:30:00Z', '2023-06-01T00:30'],
    ['2023-06-01T00:30:15', '2023-06-01T00:30:15Z', '2023-06-01T00:30:15'],
    ['2023-06-01T00:30:15.25', '2023-06-01T00:30:15.250Z', '2023-06-01T00:30:15.25'],
    ['2023-06-01 00:30', '2023-06-01T00:30:00Z', '2023-06-01T00:30'],
    ['2023-06-01 00:30:15 +05:30', '2023-05-31T19:00:15Z', '2023-06-01T00:30:15+05:30'],
    ['2023-06-01 00:30:00Z', '2023-06-01T00:30:00Z', '2023-06-01T00:30:00Z'],
    ['2023-06-01t00:30:00z', '2023-06-01T00:30:00Z', '2023-06-01T00:30:00Z'],
    ['2023-06-01T00:30+0545', '2023-05-31T18:45:00Z', '2023-06-01T00:30+0545'],
    ['2023-06-01T00:30-03:30', '2023-06-01T04:00:00Z', '2023-06-01T00:30-03:30'],
    ['2023-06-01T00:30-00:00', '2023-06-01T00:30:00Z', '2023-06-01T00:30-00:00'],
    ['2023-05-31T24:00', '2023-06-01T00:00:00Z', '2023-05-31T24:00'],
    ['2023-05-31T24:00:00Z', '2023-06-01T00:00:00Z', '2023-05-31T24:00:00Z'],
    ['2011-12-30T12:00', '2011-12-30T12:00:00Z', '2011-12-30T12:00'],
    ['2023-03-26T03:30', '2023-03-26T03:30:00Z', '2023-03-26T03:30'],
  ])('%s is %s, kept as %s', (text, instant, kept) => {
    expect(bounds(text)).toEqual([instant, instant])
    expect(parseEdtf(text)?.text).toBe(kept)
    expect(isInstant(text)).toBe(true)
  })

  it('is none where it is a day, or lasts', () => {
    for (const text of ['2023-06-01', '2023', '2023-06-01T00:30/2023-06-01T00:30', '2023-06-01T00:30/..'])
      expect(isInstant(text)).toBe(false)
  })

  it('of any year, as DateTime gives it, is taken as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8_577_000_000_000, max: 8_640_000_000_000 - 31_536_000 }), (seconds) => {
        const text = formatInstant(seconds * 1000)
        expect(parseEdtf(text)).toEqual({ text, earliest: seconds * 1000, latest: seconds * 1000 })
      }),
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
    ['2023-06-01T00:30', '2023-06'],
    ['-0044-03-15', '-0044-03'],
    ['0044-03/0044-03', '0044-03'],
    ['Y20000', null],
    ['+020000-01-01T00:00:00Z', null],
  ])('%s is in %s', (text, expected) => {
    const date = parseEdtf(text)
    expect(date && monthOf(date)).toBe(expected)
  })
})
