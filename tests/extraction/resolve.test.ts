import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

const actors: KnownActor[] = [
  { slug: 'norway', type: 'STATE', names: ['Norway'] },
  { slug: 'sweden', type: 'STATE', names: ['Sweden'] },
  {
    slug: 'norwegian-defence-ministry',
    type: 'ORGANIZATION',
    names: ['Norwegian Ministry of Defence'],
    affiliations: [{ organization: 'norway', role: 'PART_OF' }],
  },
  { slug: 'fjord-front', type: 'ARMED_GROUP', names: ['Fjord Front'] },
  { slug: 'northern-guard', type: 'ARMED_GROUP', names: ['Northern Guard'] },
  {
    slug: 'kari-dahl',
    type: 'PERSON',
    names: ['Kari Dahl'],
    affiliations: [
      {
        organization: 'norwegian-defence-ministry',
        role: 'SPOKESPERSON',
        title: 'Spokesperson of the Ministry of Defence',
      },
    ],
  },
  {
    slug: 'nils-holm',
    type: 'PERSON',
    names: ['Nils Holm'],
    affiliations: [{ organization: 'norway', role: 'OTHER', title: 'Governor of the Tromsvik Region' }],
  },
]
const entities = [{ slug: 'tromsvik', names: ['Tromsvik'] }]

const proposals = (text: string) =>
  resolveReport({ text, published: '2024-05-15', attributions: extract(text), actors, entities })
const speakers = (text: string) =>
  proposals(text).map((p) => (p.speaker && 'slug' in p.speaker ? p.speaker.slug : p.speaker?.proposed))

describe('who speaks', () => {
  test.each([
    ['Norway said that it rained.', ['norway']],
    ['Oslo said that it rained.', ['norway']],
    ['Norway’s defense ministry said that it rained.', ['norwegian-defence-ministry']],
    ['The governor of Tromsvik said that it rained.', ['nils-holm']],
    ['A spokeswoman for the ministry of defence said that it rained.', ['kari-dahl']],
    ['Kari Dahl, the spokeswoman, said that it rained.', ['kari-dahl']],
    ['The governor, Nils Holm, said that it rained.', ['nils-holm']],
    ['Governor Nils Holm said that it rained.', ['nils-holm']],
    ['Police in Bergen, Norway, said that it rained.', ['Police in Bergen']],
    ['Kari Dahl said that it rained. Dahl said that it poured.', ['kari-dahl', 'kari-dahl']],
    ['Nils Holm said that it rained. He said that it poured.', ['nils-holm', 'nils-holm']],
    ['Norway’s defense ministry spoke. The ministry said that it rained.', ['norwegian-defence-ministry']],
    ['The Fjord Front (FF) came. FF said that it rained.', ['fjord-front']],
    [
      'The Fjord Front met the Northern Guard. Both groups said that it rained.',
      ['fjord-front', 'northern-guard'],
    ],
    ['“It rained,” said Nils Holm, who denied that it poured.', ['nils-holm', 'nils-holm']],
  ])('%s', (text, slugs) => expect(speakers(text)).toEqual(slugs))

  test('whom the graph does not know is proposed, never guessed', () => {
    expect(speakers('A fisherman said that it rained.')).toEqual(['A fisherman'])
    expect(speakers('Liv Strand, a baker, said that it rained. Strand said that it poured.')).toEqual([
      'Liv Strand',
      'Liv Strand',
    ])
    expect(speakers('One of the groups said that it rained.')).toEqual(['One of the groups'])
    expect(speakers('Both groups said that it rained.')).toEqual(['Both groups'])
  })

  test('nobody named is nobody', () => {
    expect(proposals('Lind was accused of fraud.')[0]?.speaker).toBeUndefined()
  })
})

test('a body and its spokespeople speak for the state', () => {
  expect(proposals('Kari Dahl said that it rained.')[0]?.onBehalfOf).toEqual({ slug: 'norway' })
  expect(proposals('Nils Holm said that it rained.')[0]?.onBehalfOf).toBeUndefined()
  expect(proposals('Norway said that it rained.')[0]?.onBehalfOf).toBeUndefined()
})

test('a statement is about whom its content names', () => {
  expect(proposals('Norway said that Stockholm had shelled Tromsvik.')[0]?.about).toEqual([
    'sweden',
    'tromsvik',
  ])
})

describe('when it was said', () => {
  test.each([
    ['Norway said on Tuesday night that it rained.', '2024-05-14'],
    ['Norway said on Wednesday that it rained.', '2024-05-15'],
    ['Norway said on Thursday that it rained.', '2024-05-09'],
    ['Norway said yesterday that it rained.', '2024-05-14'],
    ['Norway said on 3 May 2021 that it rained.', '2021-05-03'],
    ['Norway said in March that it rained.', '2024-03'],
    ['In 2021, Norway said that it rained.', '2021'],
    ['Norway said that it rained on Monday.', undefined],
    ['Norway said last week that it rained.', undefined],
    ['Norway said that it rained.', undefined],
  ])('%s', (text, date) => expect(proposals(text)[0]?.saidAt).toBe(date))

  test('a report without a date dates nothing by weekday', () => {
    const text = 'Norway said on Tuesday that it rained.'
    expect(resolveReport({ text, attributions: extract(text), actors })[0]?.saidAt).toBeUndefined()
  })
})
