import { parse, print } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isolated } from '../../web/src/kit/isolated.ts'
import { chooseNameLanguage, nameLanguage, offeredLanguages } from '../../web/src/kit/name-language.ts'
import { namesIn } from '../../web/src/kit/names-in.ts'

const FSI = '\u2068'
const PDI = '\u2069'

describe('data within a sentence of ours', () => {
  it.each([
    ['Arabic', 'محمد'],
    ['Hebrew', 'אלון'],
    ['Persian', 'تهران'],
    ['Syriac', 'ܣܘܪܝܐ'],
    ['Thaana', 'ދިވެހި'],
    ['N’Ko', 'ߒߞߏ'],
    ['Adlam', '𞤀𞤣𞤤𞤢𞤥'],
    ['a mix that begins in Latin', 'BBC عربي'],
    ['a mix that ends in Latin', 'قناة BBC'],
    ['a name with a number', 'لواء 47'],
  ])('is kept apart from the words around it: %s', (_, text) => {
    expect(isolated(text)).toBe(FSI + text + PDI)
  })

  it.each(['', 'Ukraine', 'Łódź', 'Николайчук', 'Γεώργιος', '外交部', '47', '“quoted”', '😀'])(
    'stays as it is where nothing in it is written from right to left: %j',
    (text) => {
      expect(isolated(text)).toBe(text)
    },
  )
})

describe('the language of names', () => {
  afterEach(() => vi.unstubAllGlobals())
  /** A browser of these languages, in which so much is stored; null for one that stores nothing. */
  const browser = (languages: readonly string[], stored: string | null | undefined = null) => {
    const values = new Map<string, string>(typeof stored === 'string' ? [['hearsay.names', stored]] : [])
    const reload = vi.fn()
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
    }
    vi.stubGlobal('navigator', { language: languages[0], languages })
    vi.stubGlobal('location', { reload })
    if (stored !== undefined) vi.stubGlobal('localStorage', storage)
    return { values, reload }
  }

  it.each([
    [['uk'], 'uk'],
    [['ru-RU', 'en'], 'ru-RU'],
    [['zh-Hant-TW'], 'zh-Hant-TW'],
    [['en'], null],
    [['en-GB', 'uk'], null],
    [['eno'], 'eno'],
  ])('is the browser’s own, %j, but for English, in which graphs are recorded', (languages, language) => {
    browser(languages)
    expect(nameLanguage()).toBe(language)
  })

  it.each([
    ['uk', 'uk'],
    ['RU', 'ru'],
    ['en', 'en'],
    ['zh-hant', 'zh-Hant'],
    ['', null],
    ['not a tag', 'de'],
    ['x'.repeat(50), 'de'],
  ])('is what was chosen, if that is a tag: %j', (stored, language) => {
    browser(['de'], stored)
    expect(nameLanguage()).toBe(language)
  })

  it('is the browser’s own where nothing can be stored', () => {
    browser(['de'], undefined)
    expect(nameLanguage()).toBe('de')
    expect(() => chooseNameLanguage('uk')).not.toThrow()
  })

  it('is stored when it is chosen, and the page begins anew', () => {
    const { values, reload } = browser(['de'])
    chooseNameLanguage('uk')
    expect(nameLanguage()).toBe('uk')
    chooseNameLanguage(null)
    expect(nameLanguage()).toBeNull()
    expect(values.get('hearsay.names')).toBe('')
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('is offered by what it calls itself, the browser’s languages first and none twice', () => {
    browser(['pt-BR', 'ru-RU', 'en-GB'])
    const offered = offeredLanguages()
    expect(offered.slice(0, 2).map(({ tag }) => tag)).toEqual(['pt', 'ru'])
    expect(new Set(offered.map(({ tag }) => tag)).size).toBe(offered.length)
    const names = Object.fromEntries(offered.map(({ tag, name }) => [tag, name]))
    expect(names).toMatchObject({
      pt: 'português',
      ru: 'русский',
      uk: 'українська',
      he: 'עברית',
      ar: 'العربية',
    })
  })

  it('keeps a script apart that is another language to read', () => {
    browser(['zh-Hant-TW', 'zh-Hans-CN'])
    expect(offeredLanguages().map(({ tag }) => tag)).toEqual(
      expect.arrayContaining(['zh-Hant', 'zh-Hans', 'zh']),
    )
  })
})

describe('a query that asks for names in a language', () => {
  const inUkrainian = (query: string) =>
    print(namesIn(parse(query), 'uk'))
      .replace(/\s+/g, ' ')
      .trim()

  it.each([
    ['{ actor(id: "a") { name } }', '{ actor(id: "a") { name(lang: "uk") } }'],
    ['{ a: actor(id: "a") { called: name } }', '{ a: actor(id: "a") { called: name(lang: "uk") } }'],
    [
      '{ claim(id: "c") { subject { slug name } } }',
      '{ claim(id: "c") { subject { slug name(lang: "uk") } } }',
    ],
    [
      '{ node(id: "a") { ... on Entity { name } } }',
      '{ node(id: "a") { ... on Entity { name(lang: "uk") } } }',
    ],
    [
      '{ actor(id: "a") { ...N } } fragment N on Actor { name }',
      '{ actor(id: "a") { ...N } } fragment N on Actor { name(lang: "uk") }',
    ],
    ['{ actor(id: "a") { name(lang: "de") } }', '{ actor(id: "a") { name(lang: "de") } }'],
    ['{ actors(filter: { name: "x" }) { totalCount } }', '{ actors(filter: {name: "x"}) { totalCount } }'],
    ['query name($name: String) { stats { actors } }', 'query name($name: String) { stats { actors } }'],
  ])('asks each of them so, and nothing else: %s', (query, changed) => {
    expect(inUkrainian(query)).toBe(changed)
  })

  it('is the same each time, and the given one for names as they are recorded', () => {
    const document = parse('{ actor(id: "a") { name } }')
    expect(namesIn(document, null)).toBe(document)
    expect(namesIn(document, 'uk')).toBe(namesIn(document, 'uk'))
    expect(namesIn(document, 'uk')).not.toBe(namesIn(document, 'ru'))
    expect(print(document)).not.toContain('lang')
  })
})
