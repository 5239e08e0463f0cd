import { describe, expect, test } from 'vitest'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { speakersIn } from './who-speaks.ts'

const state = (slug: string, name: string): KnownActor => ({ slug, type: 'STATE', names: [name] })
const person = (slug: string, name: string, organization?: string, title?: string): KnownActor => ({
  slug,
  type: 'PERSON',
  names: [name],
  ...(organization ? { affiliations: [{ organization, role: 'OFFICIAL', title }] } : {}),
})

const actors = [
  state('usa', 'United States'),
  state('russia', 'Russia'),
  state('norway', 'Norway'),
  { slug: 'norsea', type: 'ORGANIZATION', names: ['Norsea'] },
  person('trump', 'Donald Trump', 'usa', 'President of the United States'),
  person('gladkov', 'Vyacheslav Gladkov', 'russia', 'Governor of Belgorod Oblast'),
  person('smith', 'John Smith'),
  person('berg-minister', 'Anna Berg', 'norway', 'Minister of Fisheries'),
  person('berg-director', 'Tor Berg', 'norsea', 'Director of Norsea'),
]
const known = (text: string) => speakersIn(text, actors)

describe('a person whom the graph knows', () => {
  test.each([
    ['Donald Trump said that it rained.'],
    ['Even Donald Trump said that it rained.'],
    ['Yesterday Donald Trump said that it rained.'],
    ['Meanwhile, Donald Trump said that it rained.'],
    ['But President Trump said that it rained.'],
    ['Former President Donald J. Trump said that it rained.'],
    ['Mr. Trump said that it rained.'],
    ['Trump said that it rained.'],
    ['Donald John Trump, the president, said that it rained.'],
    ['“It rained,” said Trump.'],
    ['US President Donald Trump said that it rained.'],
  ])('is met in: %s', (text) => expect(known(text)).toEqual(['trump']))
})

describe('another of the same last name', () => {
  test.each([
    ['Mary Smith, a nurse, said that it rained. Smith said that it poured.', ['Mary Smith', 'Mary Smith']],
    ['Smith said that it rained. “It did,” added Mary Smith.', ['Mary Smith', 'Mary Smith']],
    ['Ivanka Trump said that it rained.', ['Ivanka Trump']],
    ['Mayor Trump said that it rained.', ['Mayor Trump']],
    ['The governor of Belgorod, Piotr Novak, said that it rained.', ['Piotr Novak']],
    ['Lara Gladkova said that it rained. Gladkova said that it poured.', ['Lara Gladkova', 'Lara Gladkova']],
  ])('%s', (text, speakers) => expect(known(text)).toEqual(speakers))
})

describe('of several of a last name', () => {
  test.each([
    ['the first name', 'Tor Berg came. Berg said that it rained.', 'berg-director'],
    ['the office', 'Fisheries minister Berg said that it rained.', 'berg-minister'],
    ['the office behind the name', 'Berg, the director, said that it rained.', 'berg-director'],
    ['the company in the text', 'Norsea lost a ship. Berg said that it rained.', 'berg-director'],
    ['the nationality in the text', 'Norwegian boats came home. Berg said that it rained.', 'berg-minister'],
    ['nothing', 'Berg said that it rained.', '?'],
  ])('%s chooses', (_, text, speaker) => expect(known(text).at(-1)).toBe(speaker))
})

describe('one person under several names', () => {
  test.each([
    ['Ivan Kravets', 'The mayor, Ivan Kravets, said that it rained. The mayor said that it poured.'],
    ['Ivan Kravets', 'Ivan Kravets, the mayor, said that it rained. The mayor said that it poured.'],
    ['Ivan Kravets', 'The mayor (Ivan Kravets) said that it rained. Kravets said that it poured.'],
    ['Ivan Kravets', 'The mayor — Ivan Kravets — said that it rained. Mayor Kravets said that it poured.'],
    ['Ivan Kravets', 'Ivan Kravets – the mayor – said that it rained. Mr Kravets said that it poured.'],
    ['Ivan Kravets', 'Mayor Ivan Kravets said that it rained. “It poured,” the mayor said.'],
    [
      'Gerald Hewitt',
      'Gerald Hewitt, the health minister, said that it rained. The minister said that it poured.',
    ],
    [
      'Sarah Whitfield',
      'Sarah Whitfield, Pentagon spokeswoman, said that it rained. The spokeswoman said that it poured.',
    ],
    ['Petr Horak', 'A spokesman, Petr Horak, said that it rained. The spokesman said that it poured.'],
    ['Igor Sokolov', 'His aide Igor Sokolov said that it rained. The aide said that it poured.'],
    [
      'Olena Petrenko',
      'Minister of Culture Olena Petrenko said that it rained. The culture minister said that it poured.',
    ],
    [
      'Rustam Aliyev',
      '“It rained,” said Rustam Aliyev, head of the agency. The head of the agency said that it poured.',
    ],
  ])('%s: %s', (name, text) => expect(speakersIn(text)).toEqual([name, name]))
})

describe('short forms of names from elsewhere', () => {
  test.each([
    ['Pedro Sánchez Castejón', 'Sánchez'],
    ['Gabriel García Márquez', 'García Márquez'],
    ['Ahmed al-Sudani', 'Al-Sudani'],
    ['Ahmed al-Sudani', 'Sudani'],
    ['Nguyen Van Minh', 'Minh'],
    ['Wang Xiaoling', 'Wang'],
    ['Kim Min-jae', 'Kim'],
    ['Jana Nováková', 'Nováková'],
    ['Đorđe Đukić', 'Đukić'],
    ['Volodymyr Petrovych Kravets', 'Kravets'],
    ['Ursula von der Leyen', 'Von der Leyen'],
    ['Martin Luther King Jr', 'King'],
  ])('%s is %s', (name, short) =>
    expect(
      speakersIn(`The guest, ${name}, said that it rained. Later ${short} denied that it poured.`).at(-1),
    ).toBe(name),
  )
})

describe('two of one last name', () => {
  const family = 'Ivan Kravets and his wife, Anna Kravets, fled.'
  test.each([
    [`${family} Kravets said that it rained.`, 'Ivan Kravets'],
    [`${family} Mrs Kravets said that it rained.`, 'Anna Kravets'],
    [`${family} Mr. Kravets said that it rained.`, 'Ivan Kravets'],
    [`${family} Anna Kravets said that it rained.`, 'Anna Kravets'],
    [`${family} Anna said that it rained.`, 'Anna Kravets'],
    ['Jan Novák, a judge, and Jana Nováková, a doctor, met. Nováková said that it rained.', 'Jana Nováková'],
    [
      'Mayor Ivan Kravets and Governor Petro Kravets met. Governor Kravets said that it rained.',
      'Petro Kravets',
    ],
    ['Mayor Ivan Kravets and Governor Petro Kravets met. Kravets said that it rained.', '?'],
  ])('%s', (text, speaker) => expect(speakersIn(text)).toEqual([speaker]))
})

describe('a body under several names', () => {
  test.each([
    [
      "Harbour Workers' Union",
      "The Harbour Workers' Union (HWU) said that it rained. HWU said that it poured.",
    ],
    [
      "Harbour Workers' Union",
      "The Harbour Workers' Union said that it rained. The union said that it poured.",
    ],
    ['Oskol Water Company', 'The Oskol Water Company said that it rained. The OWC said that it poured.'],
    [
      'Norway’s defence ministry',
      'Norway’s defence ministry said that it rained. The ministry said that it poured.',
    ],
    ['Norsea', 'The shipping company Norsea said that it rained. The company said that it poured.'],
    ['Norsea', 'Norsea, a shipping company, said that it rained. The company said that it poured.'],
    [
      'River Rescue Foundation',
      'The River Rescue Foundation said that it rained. The group said that it poured.',
    ],
  ])('%s: %s', (name, text) =>
    expect(speakersIn(text).map((speaker) => speaker.replace(/^The /, ''))).toEqual([name, name]),
  )
})

describe('a description before a name', () => {
  test.each([
    ['The ship’s owner, Norsea Lines, said that it rained.', 'Norsea Lines'],
    ['The ferry’s Bergen-based operator, Fjord Shipping, said that it rained.', 'Fjord Shipping'],
    ['The club accountant Ada Vega said that it rained.', 'Ada Vega'],
    ['Monsignor Pedro Ruiz said that it rained.', 'Pedro Ruiz'],
  ])('gives way to it: %s', (text, name) => expect(known(text)).toEqual([name]))
})
