import { describe, expect, test } from 'vitest'
import { speakersIn } from './who-speaks.ts'

/** Who says the last thing that is said in a text. */
const last = (text: string): string | undefined => speakersIn(text).at(-1)

describe('he and she', () => {
  test('are who spoke last, of their gender', () => {
    const text =
      '"This was piracy," said Pentagon spokeswoman Sarah Whitfield. Foreign Ministry spokesman Kamran Daneshvar told ' +
      'IRNA that the vessel had collided with a boat. He denied that the seizure was connected to the sanctions.'
    expect(speakersIn(text)).toEqual(['Sarah Whitfield', 'Kamran Daneshvar', 'Kamran Daneshvar'])
  })

  test.each([
    ['the speaker before', 'Ivan Kravets said that it rained. He said that it poured.', 'Ivan Kravets'],
    [
      'the speaker before, in a new paragraph',
      '“It rained,” Ivan Kravets said.\n\nHe added that it poured.',
      'Ivan Kravets',
    ],
    [
      'whose gender fits',
      'Ivan Kravets said that it rained. Olena Bondar said that it snowed. He said that it poured.',
      'Ivan Kravets',
    ],
    [
      'whose gender fits',
      'Olena Bondar said that it rained. Ivan Kravets said that it snowed. She said that it poured.',
      'Olena Bondar',
    ],
    [
      'the subject before',
      'Ivan Kravets left the ministry on Monday. He said that it rained.',
      'Ivan Kravets',
    ],
    [
      'the accuser, not the accused',
      'Petro Bondar accused Ivan Kravets of theft. He said that money was gone.',
      'Petro Bondar',
    ],
    [
      'who was named by a last name',
      'Mayor Ivan Kravets was hurt. Kravets fell. He said that it rained.',
      'Ivan Kravets',
    ],
    [
      'a spokeswoman of an unknown first name',
      'Police spokeswoman Zyx Qwert said that it rained. She said that it poured.',
      'Zyx Qwert',
    ],
    ['who is only described', 'A witness said that it rained. He said that it poured.', 'A witness'],
    ['who is only described, not speaking', 'A woman was hurt. She said that it rained.', 'A woman'],
    [
      'who goes on speaking',
      'Ivan Kravets said that it rained. He said that it poured. He was tired. He added that it snowed.',
      'Ivan Kravets',
    ],
    ['Mr', 'Mr Noor said that it rained. He said that it poured.', 'Mr Noor'],
    [
      'who was called she before',
      'Robin Noor said that it rained. She said that it poured. Ivan Kravets said that it snowed. She said that it froze.',
      'Robin Noor',
    ],
    [
      'the man of a couple',
      'Olena Bondar and her husband, Ivan Bondar, fled. He said that it rained.',
      'Ivan Bondar',
    ],
    [
      'who said the quotation, not who is named in it',
      '“Petro Bondar must go,” said Ivan Kravets. He added that it rained.',
      'Ivan Kravets',
    ],
    [
      'by a Slavic patronymic',
      'Zyxa Ivanovna Qwert said that it rained. She said that it poured.',
      'Zyxa Ivanovna Qwert',
    ],
  ])('are %s: %s', (_, text, speaker) => expect(last(text)).toBe(speaker))

  test.each([
    ['nobody is named', 'It rained in Oskol. He said that it poured.'],
    ['only another gender is', 'Olena Bondar said that it rained. He said that it poured.'],
    ['only a body is', 'The ministry said that it rained. She said that it poured.'],
    [
      'two spoke in one sentence',
      'Ivan Kravets said that it rained and Petro Bondar said that it snowed. He said that it poured.',
    ],
    ['one met the other', 'Ivan Kravets met Petro Bondar on Monday. He said that it poured.'],
    ['two are the subject', 'Ivan Kravets and Petro Bondar left. He said that it poured.'],
    [
      'the one who fits was long ago',
      `Ivan Kravets left. ${'It rained in the town. '.repeat(9)}He said that it poured.`,
    ],
  ])('stay open where %s: %s', (_, text) => expect(last(text)).toBe('?'))
})

describe('it', () => {
  test.each([
    ['The Oskol Institute said that it rained. It said that it poured.', 'Oskol Institute'],
    ['Norway’s defence ministry said that it rained. It denied that it poured.', 'Norway’s defence ministry'],
    [
      'The Oskol Institute closed. Ivan Kravets said that it rained. It said that it poured.',
      'Oskol Institute',
    ],
    ['Ivan Kravets said that it rained. It said that it poured.', '?'],
    ['The Oskol Institute and the Harbour Ministry met. It said that it poured.', '?'],
  ])('is a body: %s', (text, speaker) => expect(last(text)).toBe(speaker))
})

describe('they', () => {
  test.each([
    ['Officials said that it rained. They said that it poured.', ['Officials']],
    ['Two witnesses said that it rained. They added that it poured.', ['Two witnesses']],
    [
      'Ivan Kravets and Petro Bondar said that it rained. They denied that it poured.',
      ['Ivan Kravets', 'Petro Bondar'],
    ],
    ['Ivan Kravets said that it rained. They denied that it poured.', ['?']],
    ['The dockers’ union said that it rained. They said that it poured.', ['The dockers’ union']],
  ])('are several: %s', (text, speakers) =>
    expect(speakersIn(text).slice(-speakers.length)).toEqual(speakers),
  )
})

describe('I in a transcript', () => {
  test.each([
    ['IVAN KRAVETS: It rained.\n\nKRAVETS: I said that it poured.', 'Ivan Kravets'],
    ['MAYOR OLENA BONDAR: It rained. I believe that it poured.', 'Olena Bondar'],
    ['It rained in Oskol. I believe that it poured.', '?'],
  ])('is whose turn it is: %s', (text, speaker) => expect(last(text)).toBe(speaker))
})
