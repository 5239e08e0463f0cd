import { describe, expect, test } from 'vitest'
import { speakersIn } from './who-speaks.ts'

describe('what only stands before a speaker is no part of the name', () => {
  test.each([
    'Yesterday Adam Noor said that it rained.',
    'Last night Adam Noor said that it rained.',
    'This week Adam Noor said that it rained.',
    'In May Adam Noor said that it rained.',
    'On Tuesday Adam Noor said that it rained.',
    'On Monday evening, Adam Noor said that it rained.',
    'Late on Friday Mayor Adam Noor said that it rained.',
    'Speaking in Oslo, Adam Noor said that it rained.',
    'Even Adam Noor said that it rained.',
    'But Adam Noor said that it rained.',
    'Meanwhile, Adam Noor said that it rained.',
    '14:05 Adam Noor says that it rained.',
    '14:05 — Mayor Adam Noor says that it rained.',
  ])('%s', (text) => expect(speakersIn(text)).toEqual(['Adam Noor']))
})

describe('a name beside what somebody is', () => {
  test.each([
    ['The mayor, Ivan Kravets, said that it rained.', 'Ivan Kravets'],
    ['According to Ivan Kravets, the mayor, it rained.', 'Ivan Kravets'],
    ['Foreign Ministry spokesman Kamran Daneshvar said that it rained.', 'Kamran Daneshvar'],
    ['Secretary of State Ada Vega said that it rained.', 'Ada Vega'],
    ["Kravets's lawyer, Adam Noor, said that it rained.", 'Adam Noor'],
    ['A spokesman for the mayor, Petr Horak, said that it rained.', 'Petr Horak'],
    ['A masked man who calls himself Abu Marjan said that it rained.', 'Abu Marjan'],
    ['A fisherman known as Pavlo Bober said that it rained.', 'Pavlo Bober'],
    ['The guest, Wang Xiaoling, said that it rained.', 'Wang Xiaoling'],
    ['A militia, the Coral Guard, said that it rained.', 'Coral Guard'],
    ['The insurer, Baltic Mutual, said that it rained.', 'Baltic Mutual'],
    ['The shipping company Norsea said that it rained.', 'Norsea'],
  ])('%s', (text, name) => expect(speakersIn(text).at(-1)).toBe(name))
})

describe('who belongs to somebody is not he', () => {
  test.each([
    ["Kravets's office said that it rained.", "Kravets's office"],
    ['A spokesman for Ivan Kravets said that it rained.', 'A spokesman for Ivan Kravets'],
    ['A friend of Ivan Kravets said that it rained.', 'A friend of Ivan Kravets'],
    ["Ivan Kravets's wife said that it rained.", "Ivan Kravets's wife"],
    ["The governor's press service said that it rained.", "The governor's press service"],
  ])('%s', (text, name) => expect(speakersIn(`Mayor Ivan Kravets was away. ${text}`)).toEqual([name]))
})

describe('words for somebody who was named', () => {
  test.each([
    ['Former president Ludvik Arnheim came. The old man warned that it rained.', 'Ludvik Arnheim'],
    ['Ministry spokeswoman Maria Zak came. The diplomat said that it rained.', 'Maria Zak'],
    ['Norsea, a shipping company, closed. The company said that it rained.', 'Norsea'],
    ['The insurer, Baltic Mutual, closed. The insurer said that it rained.', 'Baltic Mutual'],
    [
      'Police came, the interior ministry said. The State Department met. The ministry said that it rained.',
      'the interior ministry',
    ],
    ["Mayor Ruta Falk spoke. Falk said that it rained. Emil Falk, the mayor's brother, left.", 'Ruta Falk'],
  ])('%s', (text, name) => expect(speakersIn(text).at(-1)).toBe(name))

  test('stay words where two were named', () => {
    const text = 'Ivan Kravets and Petro Bondar came. The old man said that it rained.'
    expect(speakersIn(text)).toEqual(['The old man'])
  })
})

describe('who has the word in a transcript', () => {
  test.each([
    ['Chair (Tomas Wren): It is open.\n\nAda Vega: Thanks.\n\nChair: I say that it rained.', 'Tomas Wren'],
    ['Chair (Tomas Wren): It is open.\n\nAda Vega: I say that it rained.\n\nChair: No.', 'Ada Vega'],
    ['IVAN KRAVETS: It is open.\n\nQ: Why?\n\nKRAVETS: I say that it rained.', 'Ivan Kravets'],
  ])('%s', (text, name) => expect(speakersIn(text)).toContain(name))
})

describe('a relative pronoun', () => {
  test.each([
    ['“It rained,” said Ada Vega, who denied that it poured.', 'Ada Vega'],
    ['The Oskol Institute, which believes that it rained, left.', 'Oskol Institute'],
    ['The institute, which believes that it rained, left.', 'The institute'],
    ['Ada Vega, a judge who believes that it rained, left.', 'Ada Vega'],
  ])('is whom it stands behind: %s', (text, name) => expect(speakersIn(text).at(-1)).toBe(name))
})
