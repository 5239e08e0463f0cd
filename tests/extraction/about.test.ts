import { describe, expect, test } from 'vitest'
import { namedIn, namedWithin } from '../../src/extraction/speakers/about.ts'
import { type KnownActor, KnownActors } from '../../src/extraction/speakers/known-actors.ts'
import { StateIndex } from '../../src/extraction/speakers/state-index.ts'

const state = (slug: string, ...names: string[]): KnownActor => ({ slug, type: 'STATE', names })
const body = (slug: string, of: string, ...names: string[]): KnownActor => ({
  slug,
  type: 'ORGANIZATION',
  names,
  affiliations: [{ organization: of, role: 'PART_OF' }],
})

const actors: KnownActor[] = [
  ...[
    'Norway',
    'Sweden',
    'Ukraine',
    'Russia',
    'Georgia',
    'Jordan',
    'Chad',
    'Niger',
    'Nigeria',
    'Mexico',
    'Guinea',
  ].map((name) => state(name.toLowerCase(), name)),
  state('us', 'United States'),
  state('uk', 'United Kingdom'),
  state('drc', 'Democratic Republic of the Congo'),
  state('south-korea', 'South Korea'),
  state('turkey', 'Türkiye'),
  state('south-africa', 'South Africa'),
  state('ireland', 'Ireland'),
  body('norwegian-ministry', 'norway', 'Norwegian Ministry of Defence'),
  { slug: 'un', type: 'ORGANIZATION', names: ['United Nations'] },
  { slug: 'eu', type: 'ORGANIZATION', names: ['European Union'] },
  { slug: 'union', type: 'ORGANIZATION', names: ['Harbour Workers’ Union'] },
  { slug: 'front', type: 'ARMED_GROUP', names: ['Fjord Front (FF)'] },
  { slug: 'post', type: 'MEDIA_OUTLET', names: ['Oslo Post'] },
  {
    slug: 'strand',
    type: 'PERSON',
    names: ['Liv Strand'],
    affiliations: [{ organization: 'norway', role: 'LEADER', title: 'President of Norway' }],
  },
  { slug: 'a-holm', type: 'PERSON', names: ['Anna Holm'] },
  { slug: 'b-holm', type: 'PERSON', names: ['Berit Holm'] },
  { slug: 'orlov', type: 'PERSON', names: ['Pyotr A. Orlov'] },
]
const entities = [
  { slug: 'tromsvik', names: ['Tromsvik'] },
  { slug: 'oslo', names: ['Oslo'] },
  { slug: 'ferry-fire', names: ['Fire on the ferry Solveig', 'ferry fire'] },
]
const known = new KnownActors(actors)
const states = new StateIndex(['Norway'])
const named = (text: string) => [
  ...namedWithin([[0, text.length]], namedIn(text, { actors, entities, known, states })),
]

describe('a state is named', () => {
  test.each([
    ['by its name', 'the shells came from Norway', 'norway'],
    ['by another of its names', 'the shells came from Turkey', 'turkey'],
    ['by short forms', 'the U.S. had paid for it', 'us'],
    ['by letters', 'the DRC had paid for it', 'drc'],
    ['by a name before its people’s thing', 'UK banks paid', 'uk'],
    ['by an adjective', 'a Norwegian boat sank', 'norway'],
    ['by an adjective in a compound', 'the US-led force left with pro-Russian troops', 'us,russia'],
    ['by an adjective before a title', 'Mexican President Ana Ruiz left', 'mexico'],
    ['by its people', 'Russians had crossed the river', 'russia'],
    ['by people with a name of their own', 'the Swedes and the Britons left', 'sweden,uk'],
    ['by its capital', 'Moscow had lied', 'russia'],
    ['by its capital, which is accused', 'he accused Moscow of lying', 'russia'],
    ['by its capital, to which something is sold', 'the arms were sold to Kyiv', 'ukraine'],
    ['by the seat of its government', 'the Kremlin and Downing Street had lied', 'russia,uk'],
    ['in possession', 'Norway’s boats sank', 'norway'],
    ['over the end of a line', 'the United\nStates had paid', 'us'],
    ['with another', 'Niger and Nigeria agreed', 'niger,nigeria'],
    ['where a sentence begins', 'Turkey paid. Chad did not', 'turkey,chad'],
    ['in the West of it', 'troops left eastern Ukraine for Western Norway', 'ukraine,norway'],
    ['before an office', 'Jordan Foreign Ministry officials left', 'jordan'],
  ])('%s: %s', (_, text, slugs) => expect(named(text).join()).toBe(slugs))
})

describe('no state is named', () => {
  test.each([
    ['by a name of a person', 'Michael Jordan scored'],
    ['by a first name', 'Jordan Petersen left with Chad Smith'],
    ['by a person with a title', 'Senator Jordan and Mr Chad left'],
    ['by a state within another', 'the wall of New Mexico fell'],
    ['by an outlet', 'the Moscow Times and the Washington Post wrote so'],
    ['by an outlet of a people', 'Russia Today, the Norwegian Broadcasting and Ukraine News wrote so'],
    ['by an airline', 'a jet of American Airlines crashed'],
    ['by a sea', 'oil from the Gulf of Mexico and the Gulf of Guinea'],
    ['by small letters', 'they gave us turkey and chad'],
    ['by an island of that name', 'the ship sailed to New Guinea'],
    ['by continents and their people', 'Native American and Latin American groups met'],
    ['by another part of an island', 'a bomb in Northern Ireland'],
    ['by a town', 'a blast in Moscow, the streets of Kyiv and the road to Kyiv'],
    ['by a town that was hit', 'the rocket hit Kyiv and Moscow residents fled'],
    ['by the American Georgia', 'voters in Georgia and Alabama, and Atlanta, Georgia'],
    ['by Washington as a state or a person', 'Washington state and George Washington'],
  ])('%s: %s', (_, text) => expect(named(text)).toEqual([]))

  test('of two the longer one is', () => {
    expect(named('South Korea and South African ships')).toEqual(['south-korea', 'south-africa'])
  })

  test('the Georgia of the Caucasus is', () => {
    expect(named('troops left Georgia and its capital, Tbilisi')).toEqual(['georgia'])
  })
})

describe('others are named', () => {
  test.each([
    ['by their names', 'the Fjord Front met the European Union', 'front,eu'],
    ['by what stands in brackets behind the name', 'FF left', 'front'],
    ['by other names that everybody knows', 'the UN and the EU left', 'un,eu'],
    ['by a seat', 'Brussels had agreed', 'eu'],
    ['by an acronym of the text', 'the Harbour Workers’ Union (HWU) struck; HWU lost', 'union'],
    ['by other words for a body', 'Norway’s defense ministry paid', 'norwegian-ministry'],
    ['by such words the other way round', 'Norwegian Defence Ministry trucks burned', 'norwegian-ministry'],
    ['by a place', 'a blast in Tromsvik', 'tromsvik'],
    ['by a town that is a seat', 'a blast in Oslo', 'oslo'],
    ['by an event', 'the ferry fire was an accident', 'ferry-fire'],
    ['by an outlet’s whole name', 'the Oslo Post lied', 'post'],
    ['by a person’s name in full', 'Pyotr Orlov had paid', 'orlov'],
    ['by a last name that nobody else has', 'the men of Orlov had paid', 'orlov'],
    ['by a last name behind a title', 'they met President Strand', 'strand'],
    ['by a last name where the name was given', 'Strand left. Liv Strand came', 'strand'],
    ['by an office', 'the Norwegian president lied', 'norway,strand'],
    ['by an office of', 'the president of Norway lied', 'strand,norway'],
    ['by an office in possession', 'Norway’s President lied', 'norway,strand'],
  ])('%s: %s', (_, text, slugs) => expect(named(text).sort().join()).toBe(slugs.split(',').sort().join()))

  test.each([
    ['by a last name of two', 'the men of Holm had paid'],
    ['by another person of the name', 'the men of Boris Orlov had paid'],
    ['by a street', 'they lived in Orlov Street'],
    ['by a word that begins a sentence', 'Strand life is dull'],
    ['by a place within a firm', 'the Tromsvik Times lied'],
  ])('none are %s: %s', (_, text) => expect(named(text)).toEqual([]))
})

test('a text of any length is read in time that grows with it', () => {
  const text = 'Norway, the US president of Norway and Moscow said it to Orlov. '.repeat(3000)
  expect(namedIn(text, { actors, entities, known, states }).length).toBeGreaterThan(9000)
  expect(
    namedIn(`${'Norway '.repeat(20_000)}${' '.repeat(100_000)}`, { actors, entities, known, states }),
  ).toHaveLength(20_000)
})
