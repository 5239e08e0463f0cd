import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { madeText } from '../../web/src/importing/made-text.ts'
import {
  columnOf,
  hasPartOf,
  objectOf,
  shortValue,
  usesOf,
  withField,
} from '../../web/src/importing/mapped-uses.ts'
import { type Mapping, mappingRefusal, mappingText, readMapping } from '../../web/src/importing/mapping.ts'
import { tableOf } from '../../web/src/importing/word-meanings.ts'

const folder = new URL('../../mappings/', import.meta.url)
const shipped = readdirSync(folder).map((name) => ({
  name,
  mapping: parse(readFileSync(new URL(name, folder), 'utf8')) as Mapping,
}))

const ofClaims: Mapping = {
  hearsay: 'mapping',
  words: { sides: { ja: 'AFFIRMS' } },
  items: [
    { section: 'claims', fields: {} },
    { section: 'statements', fields: {} },
  ],
}

describe('the form of a mapping', () => {
  it.each(shipped)('leaves alone in $name what it does not change', async ({ mapping }) => {
    expect(mappingRefusal(mapping)).toBeNull()
    const uses = usesOf(mapping)
    expect(uses.length).toBeGreaterThan(5)
    for (const { item, path, value } of uses) {
      expect(withField(mapping, item, path, value)).toEqual(mapping)
      expect(usesOf(withField(mapping, item, path, undefined)), path.join('.')).toHaveLength(uses.length - 1)
      expect(shortValue(objectOf(value))).toEqual(value)
    }
    expect(await readMapping(await mappingText(mapping))).toEqual(mapping)
  })

  it.each([
    ['city', 'city'],
    ['=city', null],
    ['{city}, {region}', null],
    [{ column: 2 }, 'region'],
    [{ column: '=odd' }, '=odd'],
    [{ slug: 'city', prefix: 'c-' }, 'city'],
    [{ slug: ['city', 'region'] }, null],
    [{ first: ['city', 'region'] }, null],
    [{ constant: 5 }, null],
    [{ item: 'place' }, null],
  ])('knows of %j that it comes from column %s', (value, column) => {
    expect(columnOf(value, ['city', 'region'])).toBe(column)
  })

  it.each([
    [{ first: ['{city}, {region}', 'name'] }, true, '{city}, {region}, or else name'],
    [{ first: ['name', '=Somewhere'] }, false, 'name, or else “Somewhere”'],
    [{ slug: ['name', 'city'] }, true, 'made of name, city'],
    [{ column: 'name', find: 'place', create: { name: 'city' } }, true, /find/],
    [{ column: 'name', words: { city: 'x' } }, false, /words/],
  ])('knows of %j whether the column city is a part of it: %s', (value, isPart, text) => {
    expect(hasPartOf(value, 'city')).toBe(isPart)
    expect(madeText(value)).toMatch(text)
  })

  it.each([
    ['stance', { AFFIRMS: 'AFFIRMS', DENIES: 'DENIES' }],
    [{ column: 'stance', words: 'sides' }, { ja: 'AFFIRMS' }],
    [{ column: 'stance', words: { no: 'DENIES' } }, { no: 'DENIES' }],
  ])('knows what the words of %j mean: %j', (value, meanings) => {
    expect(tableOf({ value, mapping: ofClaims, values: ['AFFIRMS', 'DENIES'] })).toEqual(meanings)
  })

  it.each([
    ['- city', 'A mapping is a map'],
    ['hearsay: 1', 'begins with “hearsay: mapping”'],
    ['{"hearsay": "mapping", "items": []}', '“items”'],
    [
      '{"hearsay": "mapping", "items": [{"section": "people", "fields": {}}]}',
      'Item 1 needs a section (places, actors',
    ],
    ['hearsay: [mapping', 'at line 1'],
  ])('says what is wrong with %j', async (text, message) => {
    await expect(readMapping(text)).rejects.toThrow(message)
  })
})
