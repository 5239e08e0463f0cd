import { describe, expect, it } from 'vitest'
import { PatternFault } from '../../src/formats/in/mapping/pattern-program.ts'
import { textPattern } from '../../src/formats/in/mapping/safe-pattern.ts'

function isFound(pattern: string, text: string): boolean {
  const compiled = textPattern(pattern)
  if (compiled instanceof PatternFault) throw compiled
  return compiled(text)
}

const texts = [
  '',
  'a',
  'ab',
  'aab',
  'b',
  'ba',
  'abc',
  '12',
  'a1',
  'a-b',
  '2024-03-01',
  'Київ',
  'x\ny',
  '{',
  'aaaa',
  ']',
]

describe('a pattern of a mapping', () => {
  it.each([
    'a',
    '^a',
    'b$',
    '^$',
    'a*b',
    'a+',
    '^a?b',
    '(ab|b)a?',
    '^(?:a|b)+$',
    '\\d{2}',
    '^\\d{4}-\\d\\d-\\d\\d$',
    '[a-c]{3}',
    '[^a]',
    '.',
    '^.$',
    '^.*$',
    'a{2,}',
    'a{1,2}b',
    '^a{0}b',
    '\\{',
    '-',
    'a|',
    '^(a|ab)(c|bcd)?$',
    '(a*)*b',
    '(a|a)*$',
    '\\p{Lu}',
    'К..в',
    'a.?-',
    'x.y',
    'a+?b',
    ']',
  ])('%s fits what a regular expression fits', (pattern) => {
    const expected = new RegExp(pattern === ']' ? '\\]' : pattern, 'us')
    expect(texts.filter((text) => isFound(pattern, text))).toEqual(
      texts.filter((text) => expected.test(text)),
    )
  })

  it('takes upper and lower case for the same where it begins with (?i)', () => {
    expect(isFound('(?i)^київ', 'КИЇВ')).toBe(true)
    expect(isFound('^київ', 'КИЇВ')).toBe(false)
  })

  it('takes no longer for what makes others go back and back', () => {
    expect(isFound('^(a+)+$', `${'a'.repeat(20_000)}b`)).toBe(false)
    expect(isFound('(.*a){20}x', 'a'.repeat(3000))).toBe(false)
  })

  it.each(['(a', 'a)', '*a', '[a', '(?=a)', '(?<n>a)', '(a)\\1', 'a{1000}', '\\q', 'a{3,2}'])(
    'refuses %s',
    (pattern) => {
      expect(textPattern(pattern)).toBeInstanceOf(PatternFault)
    },
  )
})
