import { describe, expect, test } from 'vitest'
import { otherNames } from '../../src/extraction/lexicon/other-names.ts'
import { stateCalled, stateForms, stateNames } from '../../src/extraction/lexicon/states.ts'
import { signature } from '../../src/extraction/speakers/compared-name.ts'

describe('a state', () => {
  test('of the UN, or often named beside them, is known: each by a name that no other has', () => {
    expect(new Set(stateNames.values()).size).toBe(197)
    const named = stateForms.filter(({ of }) => of === 'name')
    expect(new Set(named.map(({ form }) => form)).size).toBe(named.length)
  })

  test.each([
    ['Tonga', 'Tonga'],
    ['the U.S.', 'United States'],
    ['UK', 'United Kingdom'],
    ['Britain', 'United Kingdom'],
    ['The Gambia', 'Gambia'],
    ['DRC', 'Democratic Republic of the Congo'],
    ["Cote d'Ivoire", 'Ivory Coast'],
    ['Holy See', 'Vatican'],
    ['Türkiye', 'Turkey'],
    ['the Kremlin', 'Russia'],
    ['Bogota', 'Colombia'],
    ['Washington', 'United States'],
    ['N’Djamena', 'Chad'],
    ['UKRAINE', 'Ukraine'],
    ['the Israelis', 'Israel'],
    ['Port Moresby', 'Papua New Guinea'],
  ])('is called %s', (words, state) => expect(stateCalled(words)).toBe(state))

  test.each([
    'us',
    'turkey',
    'Russian',
    'Russians',
    'Brussels',
    'Korea',
    'New Mexico',
    'car',
    'Male',
    'Wales',
  ])('is not called %s', (words) => expect(stateCalled(words)).toBeUndefined())

  test.each([
    ['the Norwegian army', 'Norway’s army'],
    ['US Department of State', 'American Department of State'],
    ['British Home Office', 'Britain’s Home Office'],
    ['the South Sudanese army', 'the army of South Sudan'],
    ['Papua New Guinean police', 'police of Papua New Guinea'],
  ])('is the same in %s and in %s', (one, other) => expect(signature(one)).toEqual(signature(other)))

  test('is not found in the words of another', () => {
    expect(signature('Nigerian army')).not.toEqual(signature('army of Niger'))
    expect(signature('Guinean army')).not.toEqual(signature('army of Papua New Guinea'))
    expect(signature('Romanian army')).not.toEqual(signature('army of Oman'))
  })
})

test.each([
  ['United Nations', 'U.N.'],
  ['IDF', 'Israel Defense Forces'],
  ['the US Department of Defense', 'Pentagon'],
  ['Federal Security Service (FSB)', 'FSB'],
  ['Islamic Revolutionary Guard Corps', 'Revolutionary Guards'],
  ['European Union', 'Brussels'],
])('%s is called %s as well', (name, other) => expect(otherNames(name)).toContain(other))
