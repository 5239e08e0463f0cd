import { expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { said } from './said.ts'

const turnsIn = (text: string) => said(text).map(([source, , content]) => `${source}: ${content}`)

test.each([
  [
    'names in capitals',
    'KRAVETS: We will rebuild it. It is ours.\nLIND: In May, I hope.',
    ['KRAVETS: We will rebuild it. It is ours', 'LIND: In May, I hope'],
  ],
  [
    'titles',
    'MR. SMITH: We will rebuild it.\n\nMS. ROE: It is ours.',
    ['MR. SMITH: We will rebuild it', 'MS. ROE: It is ours'],
  ],
  [
    'first and last names',
    'Ivan Kravets: We will rebuild it.\nAnna Lind: It is ours.',
    ['Ivan Kravets: We will rebuild it', 'Anna Lind: It is ours'],
  ],
  [
    'last names that come again',
    'Lind: It is ours.\nPoe: It is not ours.\nLind: We will see.',
    ['Lind: It is ours', 'Poe: It is not ours', 'Lind: We will see'],
  ],
  [
    'a turn of several paragraphs',
    'MAYOR LIND: It is ours.\n\nWe will rebuild it.\n\nMR. POE: I see.',
    ['MAYOR LIND: It is ours … We will rebuild it', 'MR. POE: I see'],
  ],
  [
    'answers of whoever spoke before the questions',
    'MAYOR LIND: We will rebuild it.\nQ: When?\nA: It opens in May.',
    ['MAYOR LIND: We will rebuild it', 'Q: When', 'MAYOR LIND: It opens in May'],
  ],
  [
    'questions and answers alone',
    'Q: Who will pay?\nA: The city will pay.\nQ: When?\nA: It pays in May.',
    ['Q: Who will pay', 'A: The city will pay', 'Q: When', 'A: It pays in May'],
  ],
])('%s', (_, text, expected) => {
  expect(turnsIn(text)).toEqual(expected)
})

test('what is said in a turn is direct, and a question asserts nothing', () => {
  const [answer, question] = extract('LIND: It is ours.\nPOE: Who will pay?')
  expect(answer).toMatchObject({ act: 'STATE', stance: 'AFFIRMS', quoteType: 'DIRECT' })
  expect(question).toMatchObject({ act: 'OTHER', stance: 'UNCOMMITTED', quoteType: 'DIRECT' })
})

test('whom a turn reports speaks through the turn', () => {
  const found = extract('LIND: The ministry said that it was closed.\nPOE: It was closed.')
  expect(found.map(({ via }) => via)).toEqual([undefined, 0, undefined])
})

test.each([
  'Date: 3 May\nPlace: Oskol\nPrice: 5 euros',
  'Photo: Ana Brito\nSource: Reuters',
  'North: 45.\nSouth: 17.\nNorth: 12.',
  'The harbour has two gates.\nThe gates are old.',
])('no transcript: %s', (text) => {
  expect(said(text)).toEqual([])
})
