import { describe, expect, it } from 'vitest'
import { knownIn } from '../../src/reports/proposing/known.ts'
import { atOnce, inSteps } from '../../src/sql/engine.ts'
import { keyWordsOf } from '../../src/text/key-word.ts'
import { worlds } from '../graph-fixture.ts'

describe('the words by which a person is looked up', () => {
  it.each([
    ['Donald Trump', 'trump'],
    ['Donald J. Trump', 'trump'],
    ['Robert F. Kennedy Jr.', 'kennedy'],
    ['Henry Louis Gates, Jr.', 'gates louis'],
    ['Gabriel García Márquez', 'marquez garcia'],
    ['John Paul II', 'paul'],
    ['Malcolm X', 'malcolm'],
    ['Xi Jinping', 'jinping xi'],
    ['Kim Jong-un', 'jong un kim'],
    ['Nguyễn Phú Trọng', 'trong phu nguyen'],
    ['Bashar al-Assad', 'assad'],
    ['Ursula von der Leyen', 'leyen'],
    ['Éamon Ó Cuív', 'cuiv'],
    ['Conor O’Brien', 'brien'],
    ['Petra Kovač-Šimić', 'kovac simic'],
    ['Łukasz Żółć', 'zolc'],
    ['Олена Николайчук', 'николайчук'],
    ['Madonna', 'madonna'],
    ['外交部', '外交部'],
    ['…', ''],
  ])('of %s are %s', (name, keys) => {
    expect(keyWordsOf(name, true).join(' ')).toBe(keys)
  })
})

describe('the word by which anything else is looked up', () => {
  it.each([
    ['Ministry of Defence of Norway', 'norway'],
    ['The New York Times', 'york'],
    ['Belgorod Regional Government', 'belgorod'],
    ['United Nations High Commissioner for Refugees', 'commissioner'],
    ['Ministry of Foreign Affairs', 'ministry'],
    ['Freedom of Russia Legion', 'legion'],
    ['Dam Builders’ Union', 'builders'],
    ['BBC', 'bbc'],
    ['Raid on Belgorod', 'belgorod'],
    ['Міністерство оборони України', 'міністерство'],
  ])('of %s is %s', (name, key) => {
    expect(keyWordsOf(name, false)).toEqual([key])
  })
})

/** An actor or another, and texts that mean it by its words, each in another form. */
const kinds: readonly (readonly [slug: string, ...texts: string[]])[] = [
  [
    'norway-defence',
    'Norway’s defense ministry said so.',
    'The Norwegian Defence Ministry said so.',
    'The Ministry of Defence of Norway said so.',
  ],
  [
    'ambassadors',
    'The Norwegian Ambassadors’ Club said so.',
    'Norway’s club of ambassadors said so, the Norwegians too.',
  ],
  ['koreans', 'The North Korean fleet said so.', 'North Korea’s fleet said so.'],
  ['press-secretary', 'The Press Minister’s Office said so.', 'The Press Secretary Office said so.'],
  ['trump', 'Donald Trump said so.', 'Even Donald Trump said so.', 'DONALD TRUMP said so.', 'Trump said so.'],
  ['jong-un', 'Kim Jong-un said so.', 'KIM JONG-UN, the leader, said so.'],
  ['kennedy', 'Robert F. Kennedy Jr. said so.', 'ROBERT F. KENNEDY JR. said so.'],
  ['gazette', 'He told the Daily Gazette so.', 'The Gazette, a daily, said so.'],
  ['riverside', 'It was so at Riverside.', 'RIVERSIDE was quiet.'],
  [
    'governor',
    'The governor of Arland said so.',
    'Arland’s governor said so.',
    'The Governor said that the government was well.',
  ],
]

describe('whom a text can mean', () => {
  const world = worlds().empty()
  world.write(({ actors, places }) => {
    const body = (slug: string, name: string) =>
      actors.put({ slug, name, type: 'ORGANIZATION', kind: 'OTHER' })
    body('norway-defence', 'Norwegian Ministry of Defence')
    body('ambassadors', 'Norwegian Ambassadors’ Club')
    body('koreans', 'North Korean Fleet')
    body('press-secretary', 'Press Secretary Office')
    const person = (slug: string, name: string) => actors.put({ slug, name, type: 'PERSON' })
    person('trump', 'Donald Trump')
    person('jong-un', 'Kim Jong-un')
    person('kennedy', 'Robert F. Kennedy Jr.')
    actors.put({ slug: 'gazette', name: 'The Daily Gazette', type: 'MEDIA_OUTLET' })
    places.put({ slug: 'riverside', name: 'Riverside', precision: 'LOCALITY' })
    const arland = body('arland', 'Government of Arland')
    const governor = actors.put({ slug: 'governor', name: 'Bert Second', type: 'PERSON' })
    actors.affiliate(governor, [{ organization: arland.id, role: 'LEADER', title: 'The Governor' }])
  })
  const { names } = world.graph
  const meant = (text: string) => {
    const { actors, entities } = atOnce(inSteps(() => knownIn(text, names, { earliest: null, latest: null })))
    return [...actors, ...entities].map(({ slug }) => slug)
  }

  it.each(kinds.flatMap(([slug, ...texts]) => texts.map((text) => [slug, text] as const)))(
    'is %s by “%s”',
    (slug, text) => {
      expect(meant(text)).toContain(slug)
    },
  )

  it.each([
    'Nobody said so.',
    'The ministry said so.',
    'Donald said so.',
    'The governor of Borland said so.',
  ])('is nobody by “%s”', (text) => {
    expect(meant(text)).toEqual([])
  })

  it('is looked up anew once it has another name, or is of another kind', () => {
    const found = (...words: string[]) => atOnce(names.keyed(words)).map(({ slug }) => slug)
    expect(found('kennedy', 'trump', 'kennedy')).toEqual(expect.arrayContaining(['trump', 'kennedy']))
    expect(found('donald', 'daily', 'the')).toEqual([])
    world.write(({ actors }) => actors.put({ slug: 'trump', name: 'Donald Trump', type: 'MEDIA_OUTLET' }))
    expect([found('donald'), found('trump')]).toEqual([['trump'], []])
    world.write(({ actors }) => actors.put({ slug: 'trump', name: 'Ivanka Trump', type: 'PERSON' }))
    expect([found('donald'), found('trump')]).toEqual([[], ['trump']])
  })

  it('is read by as many rows in a large graph as in a small one', () => {
    const rows = () =>
      atOnce(names.keyed(['norwegian', 'norway', 'ministry', 'trump', 'defence', 'the'])).length
    const before = rows()
    world.write(({ actors }) => {
      for (let index = 0; index < 300; index++)
        actors.put({
          slug: `body-${index}`,
          name: `The Ministry of Defence of Land${index}`,
          type: 'ORGANIZATION',
          kind: 'OTHER',
        })
    })
    expect(rows()).toBe(before)
  })
})
