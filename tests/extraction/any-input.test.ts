import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { readTokens } from '../../src/extraction/text/tokens.ts'

/** Without an assertion for each of a hundred thousand spans, which would take longer than to find them. */
function expectSound(text: string): void {
  for (const { source, cue, content } of extract(text)) {
    if (cue.length === 0 || content.length === 0) expect.fail('somebody is said to say nothing')
    for (const [begin, end] of [...source, ...cue, ...content])
      if (begin < 0 || end <= begin || end > text.length)
        expect.fail(`a span from ${begin} to ${end} lies outside of the text, or is empty`)
  }
}

function expectTokens(text: string): void {
  const t = readTokens(text)
  let at = 0
  for (let i = 0; i < t.word.length; i++) {
    const begin = t.begin[i] as number
    if (begin < at || text.slice(begin, t.end[i]) !== t.word[i])
      expect.fail(`token ${i} is not where it says`)
    at = t.end[i] as number
  }
  expect(t.unit.length).toBe(t.word.length)
  expect(t.units.at(-1)?.last ?? 0).toBe(t.word.length)
}

const words = fc.constantFrom(
  ...'the minister said that denied “ ” " \' ’ ‘ , . ? : ; — ( ) \n \r\n \n\n he which was accused of according to Kyiv claims \u00ad \ufeff \u00a0 to and 70 🎭 ré'.split(
    ' ',
  ),
)

/** No report is longer than 2 MiB; with HEARSAY_LONG=1 even more is bounded. */
const LONG = process.env.HEARSAY_LONG ? 5 : 2

describe('any input', () => {
  test('every token is exactly the text between its offsets', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectTokens), { numRuns: 200 })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (w) => expectTokens(w.join(' '))),
      { numRuns: 300 },
    )
    expectTokens('\ufeff“Non\u00adsense,” the aide\u00a0said.\r\n\r\nIt can’t be… “Yes”—no?')
  })

  test('spans lie inside the text whatever the text is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectSound), { numRuns: 200 })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (w) => expectSound(w.join(' '))),
      { numRuns: 400 },
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (w) => expectSound(w.join(''))),
      { numRuns: 200 },
    )
  })

  const sentence =
    'The minister said that the bridge was open, but his aide denied it, according to the mayor. '
  test.each([
    [`${LONG} MB on one line`, sentence.repeat(Math.ceil((LONG * 1_000_000) / sentence.length))],
    [`${LONG / 5} MB without a stop`, 'the minister said that '.repeat(LONG * 8_800)],
    ['5 MB without a space', 'x'.repeat(5_000_000)],
    ['100,000 quotation marks', '"'.repeat(100_000)],
    ['10,000 opening marks, each a paragraph', '“\n'.repeat(10_000)],
    ['10,000 quotations', '“no” '.repeat(10_000)],
    ['100,000 commas', 'said, '.repeat(100_000)],
    ['100,000 brackets', '( said '.repeat(100_000)],
    ['100,000 apostrophes', "'a ".repeat(100_000)],
    ['bytes', Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256)).toString('latin1')],
  ])('%s ends in bounded time', (_, text) => expectSound(text), 40_000)
})
