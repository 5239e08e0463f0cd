import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'
import { saidAt } from '../../src/extraction/speakers/said-at.ts'

/** Published on a Wednesday. */
const said = (text: string, published = '2023-05-24') => {
  const [a] = extract(text)
  if (!a) throw new Error(`nothing read in: ${text}`)
  return saidAt(text, [a], 0, published)
}

describe('what was said is of a day up to the report', () => {
  test.each([
    ['on Friday', '2023-05-19'],
    ['on Wednesday', '2023-05-24'],
    ['Thursday', '2023-05-18'],
    ['last Friday', '2023-05-19'],
    ['earlier on Tuesday', '2023-05-23'],
    ['late on Monday', '2023-05-22'],
    ['on Monday evening', '2023-05-22'],
    ['on Friday, 19 May', '2023-05-19'],
    ['yesterday', '2023-05-23'],
    ['the day before yesterday', '2023-05-22'],
    ['two days ago', '2023-05-22'],
    ['today', '2023-05-24'],
    ['this morning', '2023-05-24'],
    ['tonight', '2023-05-24'],
    ['overnight', '2023-05-24'],
    ['an hour ago', '2023-05-24'],
    ['on 3 May', '2023-05-03'],
    ['on May 3', '2023-05-03'],
    ['on May 3, 2022,', '2022-05-03'],
    ['on the morning of 22 May', '2023-05-22'],
    ['on 30 December', '2022-12-30'],
    ['in April', '2023-04'],
    ['in May', '2023-05'],
    ['in December', '2022-12'],
    ['in April 2021', '2021-04'],
    ['last month', '2023-04'],
    ['last year', '2022'],
    ['in 2019', '2019'],
    ['a week ago', '2023-05-17~'],
    ['three weeks ago', '2023-05-03~'],
    ['two months ago', '2023-03~'],
    ['two years ago', '2021~'],
  ])('%s: %s', (when, date) => {
    expect(said(`The ministry said ${when} that the bridge was open.`)).toBe(date)
    const opening = `${when[0]?.toUpperCase()}${when.slice(1)}`
    expect(said(`${opening} the ministry said that the bridge was open.`)).toBe(date)
  })

  test.each(['last week', 'this week', 'earlier', 'at the weekend', 'at noon'])('%s names no day', (when) =>
    expect(said(`The ministry said ${when} that the bridge was open.`)).toBeUndefined(),
  )
})

describe('what will be said is of a day after it', () => {
  test.each([
    ['on Friday', '2023-05-26'],
    ['on Wednesday', '2023-05-24'],
    ['on Tuesday', '2023-05-30'],
    ['tomorrow', '2023-05-25'],
    ['on 3 June', '2023-06-03'],
    ['on 3 January', '2024-01-03'],
  ])('%s: %s', (when, date) =>
    expect(said(`The ministry will say ${when} that the bridge is open.`)).toBe(date),
  )

  test('and a week is no day', () =>
    expect(said('The ministry will announce next week that the bridge is open.')).toBeUndefined())

  test('what is expected on a day was not expected then', () =>
    expect(said('The ministry is expected to announce on Thursday that the bridge is open.')).toBeUndefined())
})

describe('the day nearest to the cue counts', () => {
  test.each([
    ['On Monday the ministry said on Tuesday that the bridge was open.', '2023-05-23'],
    ['The bridge will open on Friday, the ministry said on Monday.', '2023-05-22'],
    ['“We open on Friday,” the ministry said on Monday.', '2023-05-22'],
    ['The bridge is open, the ministry said on Monday. It opened on Friday.', '2023-05-22'],
  ])('%s', (text, date) => expect(said(text)).toBe(date))

  test.each([
    'The ministry said that the bridge would open on Friday.',
    'The bridge will open on Friday, the ministry said.',
    'The mayor, who was elected on 3 May, said that the bridge was open.',
    'The bridge was hit on Friday. The ministry said that the bridge was open.',
  ])('and no other: %s', (text) => expect(said(text)).toBeUndefined())
})

/** The date of each statement of a report that came out on Wednesday, 24 May 2023. */
const dates = (text: string) =>
  resolveReport({ text, attributions: extract(text), actors: [], published: '2023-05-24' }).map(
    ({ saidAt: at }) => at ?? '-',
  )

describe('a date of something else in the sentence is not that of saying', () => {
  test.each([
    ['“Time is short,” Ada Vega said in Oslo, adding that help might come on Tuesday.', ['-', '-']],
    ['Ada Vega called it a lie; the ministry is to answer on Monday.', ['-']],
    ['“It fell,” said Ada Vega, who visited the bridge on Monday.', ['-']],
    ['In Abuja, minister Sunday Adeyi said that it rained.', ['-']],
    ['Adam Noor, who had sat on the memo, said that it rained.', ['-']],
    ['Ada Vega said on Monday that the bridge fell on Sunday.', ['2023-05-22']],
    ['Ada Vega had said earlier in the day that it rained.', ['2023-05-24']],
  ])('%s', (text, wanted) => expect(dates(text)).toEqual(wanted))
})

describe('the turns of a transcript are of the day that a sentence before them tells', () => {
  const turns = 'ADA VEGA: It fell on Sunday.\n\nADAM NOOR: Who did it?\n\nADA VEGA: We will see.'
  test.each([
    ['Committee on Roads\nOslo, 17 May 2023, 10 a.m.', '-'],
    ['We reached Ada Vega by phone on Friday. The transcript was edited.', '2023-05-19'],
    ['This interview was broadcast on Monday, 22 May.', '2023-05-22'],
    ['A talk about roads.', '-'],
  ])('%s', (head, wanted) => expect(dates(`${head}\n\n${turns}`).slice(-3)).toEqual([wanted, wanted, wanted]))
})
