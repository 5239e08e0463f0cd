import { expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

const read = (text: string) =>
  extract(text).map(({ act, stance, content }) => [
    act,
    stance,
    content.map(([begin, end]) => text.slice(begin, end)).join(' … '),
  ])

test.each([
  ['The minister called the report false.', 'the report'],
  ['The minister called the reports false.', 'the reports'],
  ['The minister said it was false that the town was lost.', 'that the town was lost'],
  ['The ministry called the accusations baseless.', 'the accusations'],
  ['Governor Adam Noor described the claims as nonsense.', 'the claims'],
  ['The spokesman described the story as a fabrication.', 'the story'],
  ['The embassy called the allegations "completely unfounded".', 'the allegations'],
  ['The army called reports that it had shelled the town fake.', 'reports that it had shelled the town'],
  [
    'The company said that it was untrue that waste had reached the river.',
    'that waste had reached the river',
  ],
  ['The bank said it was not true that it had failed.', 'that it had failed'],
])('what is called false is denied: %s', (text, denied) => {
  expect(read(text)).toEqual([['DENY', 'DENIES', denied]])
})

test.each([
  ['"That is a lie," Prime Minister Josef Hallin said.', '"That is a lie,"'],
  ['The army said the report was false.', 'the report was false'],
  ['"These accusations are baseless," the embassy said.', '"These accusations are baseless,"'],
])('who says no more than that it is false denies: %s', (text, content) => {
  expect(read(text)).toEqual([['DENY', 'DENIES', content]])
})

test.each([
  'The minister called the attack a crime.',
  'The minister called the mistake costly.',
  'The minister did not call the report false.',
  'The mayor described the bridge as safe.',
  'The army said the report was false and that the mayor should resign.',
])('and nothing else is: %s', (text) => {
  expect(read(text).filter(([, stance]) => stance === 'DENIES')).toEqual([])
})
