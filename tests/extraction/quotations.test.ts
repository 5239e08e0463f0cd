import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { said } from './said.ts'

const contentOf = (text: string) => said(text).map(([, , content]) => content)

describe('a quotation is known by any marks', () => {
  test.each([
    '“We will rebuild it,”',
    '"We will rebuild it,"',
    "''We will rebuild it,''",
    '‘We will rebuild it,’',
    "'We will rebuild it,'",
    '„We will rebuild it“,',
    '„We will rebuild it”,',
    '»We will rebuild it«,',
    '«We will rebuild it»,',
    '‹We will rebuild it›,',
    '‚We will rebuild it‘,',
    '”We will rebuild it”,',
  ])('%s', (quoted) => {
    const words = quoted.endsWith(',') ? quoted.slice(0, -1) : quoted
    expect(said(`${quoted} said Mayor Anna Lind.`)).toEqual([['Mayor Anna Lind', 'said', words]])
    expect(said(`${quoted} Mayor Anna Lind said on Monday.`)).toEqual([['Mayor Anna Lind', 'said', words]])
  })
})

describe('a dash may stand for the marks', () => {
  test.each([
    ['— We will rebuild it, said Mayor Lind.', 'We will rebuild it'],
    ['— We will rebuild it, — said Mayor Lind.', 'We will rebuild it'],
    ['– We will rebuild it, – said Mayor Lind.', 'We will rebuild it'],
    ['— Who will pay? — asked Mayor Lind.', 'Who will pay'],
    ['– We will rebuild it, said Mayor Lind, – and soon.', 'We will rebuild it … and soon'],
    [
      '— We will rebuild it, — said Mayor Lind. — We have the money. It came in May.',
      'We will rebuild it … We have the money … It came in May',
    ],
  ])('%s', (text, content) => {
    expect(said(text).map(([source, , words]) => [source, words])).toEqual([['Mayor Lind', content]])
    expect(extract(text)[0]?.quoteType).toBe('DIRECT')
  })
})

describe('a name signs the quotation before it', () => {
  test.each([
    '“We will rebuild it.” — Commissioner Gerald Stone',
    '“We will rebuild it.” – Commissioner Gerald Stone.',
    '"We will rebuild it." -- Commissioner Gerald Stone',
    '“We will rebuild it.”\n— Commissioner Gerald Stone',
    '«We will rebuild it.» — Commissioner Gerald Stone',
  ])('%s', (text) => {
    expect(said(text).map(([source]) => source)).toEqual(['Commissioner Gerald Stone'])
    expect(contentOf(text)[0]).toContain('We will rebuild it.')
  })

  test('but a sentence after a dash signs nothing', () => {
    expect(said('“We will rebuild it.” — He left the room and laughed.')).toEqual([])
  })
})

describe('a name and a colon lead to a quotation', () => {
  test.each([
    ['Kravets: “We will rebuild it.”', 'Kravets'],
    ['The rain had stopped. Kravets: “We will rebuild it.”', 'Kravets'],
    ['The ministry: “We will rebuild it.”', 'The ministry'],
    ['Mayor Ivan Kravets: "We will rebuild it."', 'Mayor Ivan Kravets'],
    ['Asked about the dam, Kravets: “We will rebuild it.”', 'Kravets'],
  ])('%s', (text, source) => {
    expect(said(text).at(-1)?.slice(0, 2)).toEqual([source, ':'])
    expect(contentOf(text).at(-1)).toContain('We will rebuild it.')
  })
})

describe('a quotation goes on', () => {
  test.each([
    [
      'after an indirect sentence',
      'He said it was over. “We lost. We leave.”',
      'it was over … “We lost. We leave.”',
    ],
    [
      'after a told sentence',
      'He told Reuters that it was over. “We lost.”',
      'that it was over … “We lost.”',
    ],
    ['after "according to"', 'It was over, according to Lind. “We lost.”', 'It was over … “We lost.”'],
    ['around the speaker', '“We lost,” said Lind, “and we leave.”', '“We lost,” … “and we leave.”'],
    [
      'around the speaker, marks first',
      '“We lost”, said Lind, “and we leave”.',
      '“We lost” … “and we leave”',
    ],
    ['in the next sentence', '“We lost,” said Lind. “We leave.”', '“We lost,” … “We leave.”'],
    ['in the next paragraph', '“We lost,” said Lind.\n\n“We leave.”', '“We lost,” … “We leave.”'],
    [
      'in paragraphs that open again',
      '“We lost,” said Lind. “We left.\n\n“Nobody came.\n\n“That is all.”',
      '“We lost,” … “We left. … “Nobody came. … “That is all.”',
    ],
    [
      'from paragraphs before its speaker',
      '“We lost. We left.\n\n“Nobody came.\n\n“That is all,” said Lind.',
      '“We lost. We left. … “Nobody came. … “That is all,”',
    ],
  ])('%s', (_, text, content) => {
    expect(contentOf(text)).toEqual([content])
  })

  test('but not where somebody else speaks', () => {
    expect(said('He said it was over. “We lost,” added Lind.')).toEqual([
      ['He', 'said', 'it was over'],
      ['Lind', 'added', '“We lost,”'],
    ])
    expect(said('He said it was over.\n\n“We lost.”')).toEqual([['He', 'said', 'it was over']])
  })
})

test.each([
  ['“He told me ‘never again’ and left,” said Lind.', '“He told me ‘never again’ and left,”'],
  ['"He told me \'never again\' and left," said Lind.', '"He told me \'never again\' and left,"'],
  ['“It’s the boys’ boat,” said Lind.', '“It’s the boys’ boat,”'],
  ['‘It’s Ivan’s boat,’ said Lind.', '‘It’s Ivan’s boat,’'],
  ['“We read ‘The River’, and wept,” said Lind.', '“We read ‘The River’, and wept,”'],
])('marks inside marks and apostrophes end nothing: %s', (text, content) => {
  expect(said(text)).toEqual([['Lind', 'said', content]])
})

describe('a name between marks is no quotation', () => {
  test.each([
    [
      '“We never crossed the river,” said Ivan “The Fox” Petrenko, a fighter.',
      ['Ivan “The Fox” Petrenko, a fighter', 'said', '“We never crossed the river,”'],
    ],
    [
      'Ivan "Fox" Petrenko said that they never crossed the river.',
      ['Ivan "Fox" Petrenko', 'said', 'that they never crossed the river'],
    ],
    ['He crossed the river, he told “Wieści”.', ['he', 'told', 'He crossed the river']],
    [
      'The “Azov Star” brigade said that they never crossed the river.',
      ['The “Azov Star” brigade', 'said', 'that they never crossed the river'],
    ],
    [
      'The newspaper “Wieści” reported that they had crossed the river.',
      ['The newspaper “Wieści”', 'reported', 'that they had crossed the river'],
    ],
    [
      'Lind told the “Oskol Times” that they had crossed the river.',
      ['Lind', 'told', 'that they had crossed the river'],
    ],
    ['The ship “Ana Maria” sank, the captain said.', ['the captain', 'said', 'The ship “Ana Maria” sank']],
    [
      'The mayor denied the so-called “liberation” of the town.',
      ['The mayor', 'denied', 'the so-called “liberation” of the town'],
    ],
  ])('%s', (text, roles) => {
    expect(said(text)).toEqual([roles])
  })
})

describe('a block after a colon is said', () => {
  test.each([
    ['The mayor said:\n\nThe dam is safe. Nobody must leave.\n\nIt rained.', 'The mayor', 'said:'],
    ['The mayor said:\n\n> The dam is safe. Nobody must leave.', 'The mayor', 'said:'],
    [
      'The mayor told reporters on Monday:\n\nThe dam is safe. Nobody must leave.',
      'The mayor',
      'told reporters on Monday:',
    ],
    [
      'The ministry issued the following statement:\n\nThe dam is safe. Nobody must leave.\n\nIt rained.',
      'The ministry',
      'issued the following statement:',
    ],
    [
      'The ministry released a statement: “The dam is safe. Nobody must leave.”',
      'The ministry',
      'released a statement:',
    ],
  ])('%s', (text, source, cue) => {
    const [first] = said(text)
    expect(first?.slice(0, 2)).toEqual([source, cue])
    expect(first?.[2]).toMatch(/^\W*The dam is safe\. Nobody must leave\W*$/)
    expect(extract(text)[0]?.quoteType).toBe('DIRECT')
  })
})

describe('headlines', () => {
  test.each([
    ['Mayor: bridge to reopen in May', ['Mayor', ':', 'bridge to reopen in May']],
    ['Bridge to reopen in May, mayor says', ['mayor', 'says', 'Bridge to reopen in May']],
    ['Bridge will reopen in May: mayor', ['mayor', ':', 'Bridge will reopen in May']],
    ['Bridge to reopen in May – mayor', ['mayor', '–', 'Bridge to reopen in May']],
    ['Kyiv says dam was blown up', ['Kyiv', 'says', 'dam was blown up']],
    ['Dam crisis: Kyiv denies attack on gate', ['Kyiv', 'denies', 'attack on gate']],
  ])('%s', (text, roles) => {
    expect(said(text)).toEqual([roles])
  })

  test.each([
    'The latest: bridge reopens',
    'Note: all times are local',
    'Photo: Ana Brito',
    'Election results: a map',
  ])('not every colon speaks: %s', (text) => {
    expect(said(text)).toEqual([])
  })
})
