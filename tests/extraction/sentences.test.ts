import { expect, test } from 'vitest'
import { readTokens } from '../../src/extraction/text/tokens.ts'

const sentences = (text: string) => {
  const t = readTokens(text)
  return t.units.map(({ first, last }) => text.slice(t.begin[first], t.end[last - 1]))
}

test.each([
  'The town heard Rev. Lind in May.',
  'The seat fell to Rep. Tom Lind (D-N.Y.) and to Sen. Ann Poe, R-S.C., of Ohio.',
  'The U.K. said that it would wait.',
  'The order came from Gen. Ivan Petrenko and Lt. Col. Ana Poe.',
  'The road to St. Anne was closed.',
  'It stood on pier No. 5 at 4 a.m. in the rain.',
  'J. K. Rowling met B.J. Poe.',
  'Some ships, e.g. Oskar, left.',
  'It was Lind vs. Poe in court.',
  'The price rose by 3.5 per cent to $1.2 million.',
  'See https://example.org/a.b?c=d for the list.',
  'Supt. Lind met Cmdr. Poe and Insp. Roe.',
  'The yard (approx. 50 boats) was full.',
])('one sentence: %s', (text) => {
  expect(sentences(text)).toEqual([text])
})

test.each([
  ['He lives in the U.S. She left.', 'He lives in the U.S.'],
  ['The ship sank. Nobody drowned.', 'The ship sank.'],
  ['“The ship sank.” She left.', '“The ship sank.”'],
  ['Who was on board? Nobody knew.', 'Who was on board?'],
])('two sentences: %s', (text, first) => {
  expect(sentences(text)[0]).toBe(first)
  expect(sentences(text)).toHaveLength(2)
})
