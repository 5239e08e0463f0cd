import { describe, expect, test } from 'vitest'
import { joinedNames } from '../../src/extraction/speakers/joined-names.ts'

const known = new Set(['Tromsvik', 'Bodo Fishermen', 'the Port of Bodo'])
const joined = (words: string) => joinedNames(words, (name) => known.has(name))

describe('names that are joined', () => {
  test.each([
    ['Mali and Burkina Faso', ['Mali', 'Burkina Faso']],
    ['Mali, Niger and Burkina Faso', ['Mali', 'Niger', 'Burkina Faso']],
    ['Norway, Sweden, and Finland', ['Norway', 'Sweden', 'Finland']],
    ['Both Moscow and Kyiv', ['Moscow', 'Kyiv']],
    ['Trinidad and Tobago and Norway', ['Trinidad and Tobago', 'Norway']],
    ['the United States and the European Union', ['the United States', 'the European Union']],
    ['Ivan Kravets and Anna Noor', ['Ivan Kravets', 'Anna Noor']],
    ['Mayor Ivan Kravets and Anna Noor', ['Mayor Ivan Kravets', 'Anna Noor']],
    ['Hamas and Islamic Jihad', ['Hamas', 'Islamic Jihad']],
    ['Reuters and the Associated Press', ['Reuters', 'the Associated Press']],
    ['the Port of Bodo and the Harbour Union', ['the Port of Bodo', 'the Harbour Union']],
    ['Tromsvik and Bodo Fishermen', ['Tromsvik', 'Bodo Fishermen']],
    ['the Russian and Ukrainian governments', ['Russian government', 'Ukrainian government']],
    ['Norwegian and Swedish foreign ministries', ['Norwegian foreign ministry', 'Swedish foreign ministry']],
  ])('are two: %s', (words, names) => expect(joined(words)).toEqual(names))

  test.each([
    'Trinidad and Tobago',
    'Bosnia and Herzegovina',
    'Antigua and Barbuda',
    'Marks and Spencer',
    'Johnson and Johnson',
    'the Ministry of Trade and Industry',
    'the Ministry of Justice and Police',
    'the Department of Health and Human Services',
    'the Food and Agriculture Organization',
    'the Organization for Security and Co-operation in Europe',
    'doctors and nurses',
    'Norwegian and Swedish fishermen',
    'the mayor and a policeman',
    'Norway',
  ])('are one, or none: %s', (words) => expect(joined(words)).toBeUndefined())
})
