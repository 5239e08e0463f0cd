import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '../src/values/date.ts'
import { dateText, isUndated, saidText, saidWhen, yearText } from '../web/src/kit/date.ts'

const said = (saidAt: string | null, publishedAt: string | null) => ({ saidAt, source: { publishedAt } })

describe('a date in words', () => {
  it.each([
    ['2023-05-22', '22 May 2023'],
    ['2023-05', 'May 2023'],
    ['2023', '2023'],
    ['2023~', 'about 2023'],
    ['2023-05?', 'May 2023 (uncertain)'],
    ['2023-05-22%', 'about 22 May 2023 (uncertain)'],
    ['2023-21', 'spring 2023'],
    ['2023-22', 'summer 2023'],
    ['2023-23~', 'about autumn 2023'],
    ['2023-24', 'winter 2023'],
    ['-0043-21', 'spring 44 BC'],
    ['198X', '1980s'],
    ['198X?', '1980s (uncertain)'],
    ['19XX', '20th century'],
    ['20XX', '21st century'],
    ['12XX', '13th century'],
    ['10XX', '11th century'],
    ['02XX~', 'about 3rd century'],
    ['00XX', '1st century'],
    ['-01XX', '2nd century BC'],
    ['-00XX', '1st century BC'],
    ['004X', 'AD 40s'],
    ['000X', '1 BC – AD 9'],
    ['-004X', '50–41 BC'],
    ['-000X', '10–2 BC'],
    ['XXXX', 'a year unknown'],
    ['2004-XX', '2004, month unknown'],
    ['1985-04-XX', 'Apr 1985, day unknown'],
    ['1985-XX-XX', '1985, day and month unknown'],
    ['-0043', '44 BC'],
    ['-0043-03-15', '15 Mar 44 BC'],
    ['0000', '1 BC'],
    ['0014-08-19', '19 Aug AD 14'],
    ['0999', 'AD 999'],
    ['Y20000', 'AD 20000'],
    ['Y-17000~', 'about 17001 BC'],
    ['2023-05-22T10:30', '22 May 2023, 10:30 UTC'],
    ['2023-05-22T10:30:15.5Z', '22 May 2023, 10:30 UTC'],
    ['2023-05-22T10:30:00+05:30', '22 May 2023, 10:30 +05:30'],
    ['2023-05-22T10:30-04', '22 May 2023, 10:30 -04'],
    ['2023-05-22T24:00', '22 May 2023, 24:00 UTC'],
    ['-000043-03-15T00:00:00Z', '15 Mar 44 BC, 00:00 UTC'],
    ['+020000-01-01T00:00:00Z', '1 Jan AD 20000, 00:00 UTC'],
    ['2023-05-22/2023-05-24', '22 May 2023 – 24 May 2023'],
    ['2023-05-22/2023-05-22', '22 May 2023'],
    ['2023/2023', '2023'],
    ['-0048/-0044~', '49 BC – about 45 BC'],
    ['198X/199X', '1980s – 1990s'],
    ['2022-08~/..', 'since about Aug 2022'],
    ['2022-02-24/', '24 Feb 2022 – end not known'],
    ['../2022', 'until 2022'],
    ['/2022-02-24', 'until 24 Feb 2022'],
    ['../..', 'open'],
  ])('%s is %s', (edtf, words) => {
    expect(parseEdtf(edtf)).not.toBeNull()
    expect(dateText(edtf)).toBe(words)
  })

  it('is none where there is none', () => {
    expect(dateText(null)).toBeNull()
    expect(dateText(undefined)).toBeNull()
    expect(dateText('')).toBeNull()
  })

  it('of any year says whether that is before Christ, and never a sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -271_820, max: 275_759 }), (year) => {
        expect(yearText(year)).toMatch(
          year <= 0 ? /^[1-9]\d* BC$/ : year < 1000 || year > 9999 ? /^AD \d+$/ : /^\d+$/,
        )
      }),
    )
  })
})

describe('when something was said, in words', () => {
  it.each([
    ['2023-05-22', '2023-05-24', '22 May 2023'],
    ['2023-05-22/2023-05-23', '2023-05-24', '22 May 2023 – 23 May 2023'],
    [null, '2023-05-24', 'by 24 May 2023'],
    [null, '2023-05-24~', 'by about 24 May 2023'],
    [null, '2023-05', 'by May 2023'],
    [null, '2023-21', 'by spring 2023'],
    [null, '19XX', 'by 20th century'],
    [null, '2023-05-22/2023-05-24', 'by 24 May 2023'],
    [null, '../2023-05-24', 'by 24 May 2023'],
    [null, '-0043-05', 'by May 44 BC'],
    [null, '2023-05-24T10:00', 'by 24 May 2023, 10:00 UTC'],
    ['../..', '2023-05-24', 'by 24 May 2023'],
    ['../2023-05-24', '2023-05-30', 'by 24 May 2023'],
    ['/2023-05-24', '2023-05-30', 'by 24 May 2023'],
    ['2023-05-22/..', '2023-05-30', '22 May 2023 or later'],
    [null, '2023-05-24/..', null],
    [null, '2023-05-24/', null],
    [null, null, null],
  ])('%s in a source of %s: %s', (saidAt, publishedAt, words) => {
    expect(saidWhen(said(saidAt, publishedAt))).toBe(words)
    expect(isUndated(said(saidAt, publishedAt))).toBe(words === null)
  })

  it('is in the timeline what it is beside the statement', () => {
    expect(saidText('../2023-05-24')).toBe(saidWhen(said(null, '2023-05-24')))
  })
})
