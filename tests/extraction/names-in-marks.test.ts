import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { speakersIn } from './who-speaks.ts'

const sources = (text: string): string[] =>
  extract(text).flatMap(({ source }) => source.map(([begin, end]) => text.slice(begin, end)))

describe('a name in quotation marks is no quotation', () => {
  test.each([
    [
      '“We never crossed the river,” said Ivan “The Fox” Petrenko, a fighter.',
      'Ivan “The Fox” Petrenko, a fighter',
    ],
    ['The “Azov Star” brigade said that they never crossed the river.', 'The “Azov Star” brigade'],
    ['Maria "Masha" Petrova said that it rained.', 'Maria "Masha" Petrova'],
    ['Viktor „Vik“ Baran said that it rained.', 'Viktor „Vik“ Baran'],
    ['The newspaper “Wieści” said that it rained.', 'The newspaper “Wieści”'],
    ['The daily «Vesti» said that it rained.', 'The daily «Vesti»'],
    ['The charity "Open Hands" said that it rained.', 'The charity "Open Hands"'],
    [
      'Members of the ‘Silver Wolves’ battalion said that it rained.',
      'Members of the ‘Silver Wolves’ battalion',
    ],
    ['Adam Noor told “Wieści” that it rained.', 'Adam Noor'],
    ['“It rained,” Adam Noor told “Wieści”.', 'Adam Noor'],
  ])('%s', (text, source) => expect(sources(text)).toEqual([source]))

  test.each(['“Great Day,” said Adam Noor.', 'Adam Noor said “Never”.', '“Wieści” is what Adam Noor said.'])(
    'what is said stays a quotation: %s',
    (text) => expect(extract(text).flatMap(({ content }) => content).length).toBeGreaterThan(0),
  )
})

test('the full name with its nickname is the name', () => {
  const text = '“We never crossed,” said Ivan “The Fox” Petrenko, a fighter. Petrenko said that it rained.'
  expect(speakersIn(text)).toEqual(['Ivan “The Fox” Petrenko', 'Ivan “The Fox” Petrenko'])
})
