import { expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { readTokens } from '../../src/extraction/text/tokens.ts'

const tagsOf = (text: string) => {
  const t = readTokens(text)
  return new Map(t.word.map((word, i) => [word, t.pos[i]]))
}

test.each(['Đukić', 'Łukasz', 'Šimić', 'Žižek', 'Ştefan', 'İnönü', 'Ħamrun', 'Őze', 'Ølstad', 'Þór'])(
  'a name keeps all its letters: %s',
  (name) => {
    const text = `${name} Lind said that the port was closed.`
    expect(readTokens(text).word[0]).toBe(name)
    const [[begin, end] = [0, 0]] = extract(text).flatMap(({ source }) => source)
    expect(text.slice(begin, end)).toBe(`${name} Lind`)
  },
)

test.each([
  ['“We leave,” said Skelly, a cook.', 'Skelly'],
  ['The council praised Ted Lind on Monday.', 'Ted'],
  ['She told the Associated Press that it rained.', 'Associated'],
  ['Josh Bivens, a mason, said that it rained.', 'Josh'],
  ['Will Poole said that it rained.', 'Poole'],
  ['The mayor met Loretta Lynch, the judge.', 'Lynch'],
])('a word with a capital inside a sentence is a name: %s', (text, name) => {
  expect(tagsOf(text).get(name)).toBe('PROPN')
})

test.each(["''", '“', '"', '«', '„'])('a mark of quotation is one token: %s', (mark) => {
  expect(readTokens(`He said ${mark}A new bridge`).word).toEqual(['He', 'said', mark, 'A', 'new', 'bridge'])
})

test.each(['I’m sure.', "I'm sure."])('what is shortened is two words: %s', (text) => {
  const t = readTokens(text)
  expect(t.low.slice(0, 2)).toEqual(['i', "'m"])
  expect(t.pos.slice(0, 2)).toEqual(['PRON', 'AUX'])
})
