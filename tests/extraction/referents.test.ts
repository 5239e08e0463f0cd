import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

const actors: KnownActor[] = [
  { slug: 'norway', type: 'STATE', names: ['Norway'] },
  {
    slug: 'kari-dahl',
    type: 'PERSON',
    names: ['Kari Dahl'],
    affiliations: [{ organization: 'norway', role: 'SPOKESPERSON', title: 'Spokeswoman' }],
  },
]

/** The pronouns in what is said last, each with whom it means. */
function referents(text: string): string[] {
  const proposal = resolveReport({ text, attributions: extract(text), actors }).at(-1)
  return (proposal?.referents ?? []).map(
    ({ begin, end, speaker }) =>
      `${text.slice(begin, end)} = ${'slug' in speaker ? speaker.slug : speaker.proposed}`,
  )
}

describe('in what somebody says', () => {
  test.each([
    ['Ivan Kravets said that he would resign.', ['he = Ivan Kravets']],
    ['Ivan Kravets said his wife was ill.', ['his = Ivan Kravets']],
    ['Olena Bondar said she would go if her party asked.', ['she = Olena Bondar', 'her = Olena Bondar']],
    ['Ivan Kravets left. He said that he was tired.', ['he = Ivan Kravets']],
    ['Ivan Kravets denied that he had lied.', ['he = Ivan Kravets']],
    ['Kari Dahl said that she was glad.', ['she = kari-dahl']],
    ['“I will go, and my wife too,” Ivan Kravets said.', ['I = Ivan Kravets', 'my = Ivan Kravets']],
    ['IVAN KRAVETS: I will rebuild my house.', ['I = Ivan Kravets', 'my = Ivan Kravets']],
    [
      'Mayor Ivan Kravets was hurt. His spokeswoman, Jana Kos, said that he would live.',
      ['he = Ivan Kravets'],
    ],
    ['Ivan Kravets left. Olena Bondar said that he was tired.', ['he = Ivan Kravets']],
  ])('a person is meant: %s', (text, meant) => expect(referents(text)).toEqual(meant))

  test.each([
    [
      'The Oskol Institute said: “We are ready, and our people too.”',
      ['We = Oskol Institute', 'our = Oskol Institute'],
    ],
    ['“We are ready,” the Oskol Institute said.', ['We = Oskol Institute']],
    ['“We are ready,” Kari Dahl said.', ['We = norway']],
    ['The Oskol Institute denied that it had known.', ['it = Oskol Institute']],
    ['The Oskol Institute said that its boats had sunk.', ['its = Oskol Institute']],
    ['Officials said that they were ready.', ['they = Officials']],
  ])('a body, or several, are meant: %s', (text, meant) => expect(referents(text)).toEqual(meant))

  test.each([
    ['another is named before', 'Ivan Kravets said that Petro Bondar had lied and that he would go.'],
    ['a person says we', '“We are tired,” Ivan Kravets said.'],
    ['it stands for nothing', 'The Oskol Institute said that it had been raining.'],
    ['it stands for a thing', 'The Oskol Institute said that the dam was old and that it would break.'],
    ['a lawyer speaks of his client', "Ivan Bondar's lawyer, Adam Noor, said that he was innocent."],
    ['nobody is named', 'It rained. A report said that he was innocent.'],
    ['US is a country', 'Officials said that the US would pay.'],
  ])('it stays open where %s', (_, text) => expect(referents(text)).toEqual([]))
})
