import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../engine.ts'
import { desk, harbour, type Row } from './reading.ts'

/** Reads a text as a report, and looks whether all that was proposed stands where it says. */
async function readSoundly(text: string | Buffer, ending = 'txt') {
  const { file, read, rows } = desk(harbour)
  const { code, errors } = await read(file(text, ending))
  expect(errors.length > 0).toBe(code === 1)
  const report: string = rows('select text from source')[0]?.text ?? ''
  // Not with the report beside each of them: a megabyte, thirty thousand times.
  const all = rows('select span_start as start, span_end as "end", span_exact as exact from statement')
  for (const { start, end, exact } of all) {
    if (report.slice(start, end) !== exact || start < 0 || end > report.length || exact === '')
      expect.fail(`a span from ${start} to ${end} is not where it says`)
  }
  return { all, errors, rows }
}

const words = fc.constantFrom(
  ...'the minister said that denied “ ” " \' ’ ‘ , . ? : ; — ( ) \n \r\n \n\n he which was accused of according to Stockholm claims \u00ad \ufeff \u00a0 to and 70 🎭 ré Kari Holm'.split(
    ' ',
  ),
)

/** Enough for what takes the square of its length to be past its time; HEARSAY_LONG=1 takes four times as much. */
const LONG = process.env.HEARSAY_LONG ? 1_000_000 : 250_000

describe('any input at all', () => {
  test('is read with every span in its place, or refused', async () => {
    const soundly = async (input: string | Buffer) => void (await readSoundly(input))
    const texts = fc.string({ unit: 'binary', maxLength: 300 })
    await fc.assert(fc.asyncProperty(texts, soundly), { numRuns: runs(40) })
    const sentences = fc.array(words, { maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(sentences, (some) => soundly(some.join(' '))),
      { numRuns: runs(60) },
    )
    const bytes = fc.uint8Array({ maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(bytes, (some) => soundly(Buffer.from(some))),
      { numRuns: runs(40) },
    )
  }, 60_000)

  const sentence =
    'The minister said that the bridge was open, but Kari Holm denied it, according to the mayor. '
  test.each([
    ['5 MB on one line', sentence.repeat(Math.ceil(5_000_000 / sentence.length))],
    [`${LONG / 1_000} kB on one line`, sentence.repeat(Math.ceil(LONG / sentence.length))],
    ['10,000 quotation marks', '“'.repeat(10_000)],
    ['10,000 quotations', `“no,” she said. `.repeat(10_000)],
    ['10,000 lines that open a quotation', '“Yes, he said.\n'.repeat(10_000)],
    ['1 MB without a space', 'x'.repeat(1_000_000)],
    ['bytes', Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256))],
  ])(
    '%s ends in bounded time',
    async (_, text) => {
      await readSoundly(text)
    },
    70_000,
  )
})

describe('text is data', () => {
  test.each([
    ['markup', '<script>alert(1)</script><b>The mayor</b> said that <i>boats</i> & nets were lost.'],
    ['SQL', `The mayor'); drop table statement; -- said that "boats" were lost' or '1'='1.`],
    [
      'full-text syntax',
      'The mayor said that NEAR("boats" nets) AND lost* OR ^first -second {text}: were lost.',
    ],
    ['GraphQL', 'The mayor said that query { actors { nodes { id } } } mutation __typename were lost.'],
    ['JSON', '{"text": "The mayor said that boats were lost."}'],
    ['other letters', 'Мэр said that човни were lost, and 市長 said that 船 were lost, too.'],
  ])('%s in a report changes nothing but its own text', async (_, text) => {
    const { all, rows } = await readSoundly(text)
    expect(rows('select text from source')).toEqual([{ text }])
    expect(rows('select count(*) as n from statement')).toEqual([{ n: all.length }])
    expect(all.every(({ exact }: Row) => text.includes(exact))).toBe(true)
  })
})
