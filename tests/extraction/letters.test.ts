import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

describe('letters that English lacks break no name', () => {
  test.each([
    'Đorđe Đukić',
    'Łukasz Żak',
    'Aleksandar Vučić',
    'Nguyễn Đức',
    'Həsən Əliyev',
    'İlham Şahin',
    'Ivana Kovač-Šimić',
    'Jānis Bērziņš',
    'Ștefan Țurcanu',
    'Bjørn Åsen',
  ])('%s', (name) => {
    const text = `${name} said that the bridge was closed.`
    const [first] = extract(text)
    expect(first?.source.map(([begin, end]) => text.slice(begin, end))).toEqual([name])
    expect(first?.content.map(([begin, end]) => text.slice(begin, end))).toEqual([
      'that the bridge was closed',
    ])
  })
})
