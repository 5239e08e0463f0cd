import { describe, expect, it } from 'vitest'
import { listVariables } from '../../src/api/list-filter.ts'
import { listedKeys } from '../../src/api/listed-keys.ts'
import { formatId } from '../../src/values/id.ts'
import type { Section } from '../../src/values/node-kinds.ts'
import { seed, worlds } from '../graph-fixture.ts'

const { of } = worlds()
const keysOf = (section: Section, text: string) =>
  [...listedKeys(of(seed).graph, section, listVariables(section, new URLSearchParams(text)))].flat()

describe('a filter written as parameters', () => {
  it.each([
    [
      'statements',
      'by=a&by=b,c&stance=DENIES,AFFIRMS&said.from=2023&said.until=2024-05&text=a, b',
      {
        filter: {
          by: ['a', 'b', 'c'],
          stance: ['DENIES', 'AFFIRMS'],
          said: { from: '2023', until: '2024-05' },
          text: 'a, b',
        },
      },
    ],
    [
      'statements',
      'not.about=x&orderBy=SAID_DESC&act=',
      { filter: { not: { about: ['x'] } }, orderBy: 'SAID_DESC' },
    ],
    [
      'claims',
      'hasFigure=true&unit=people, killed',
      { filter: { hasFigure: true, unit: ['people, killed'] } },
    ],
    ['actors', '', {}],
  ] as const)('of %s is read: %s', (section, text, variables) => {
    expect(listVariables(section, new URLSearchParams(text))).toEqual(variables)
  })

  it.each([
    [
      'statements',
      'stanse=DENIES',
      /stanse is nothing that statements can be filtered by.*Did you mean stance\?/,
    ],
    ['statements', 'said=2023', /said has fields of its own: said.from, said.until/],
    ['statements', 'said.since=2023', /said.since is nothing.*There are from, until/],
    ['statements', 'text=a&text=b', /text may be given once/],
    ['claims', 'hasFigure=yes', /hasFigure is "yes"; it is true or false/],
    ['actors', 'by=russia', /by is nothing that actors can be filtered by/],
  ] as const)('of %s is refused where it is wrong: %s', (section, text, message) => {
    expect(() => listVariables(section, new URLSearchParams(text))).toThrow(message)
  })

  it.each([
    ['statements', 'stance=DENYS', /DENYS/],
    ['statements', 'by=rusia', /rusia.*Did you mean.*russia/],
    ['statements', 'said.from=yesterday', /yesterday/],
    ['statements', 'orderBy=LATEST', /LATEST/],
  ] as const)('of %s is refused by the API in its own words: %s', (section, text, message) => {
    expect(() => keysOf(section, text)).toThrow(message)
  })
})

describe('the keys of a list', () => {
  it('are those of the API, in its order, over all pages', () => {
    const { graph } = of(seed)
    const filter = 'stance=DENIES&orderBy=SAID_DESC'
    const records = graph.statements.page({ stance: ['DENIES'] }, 'SAID_DESC', {
      ...{ size: 500, backwards: false, after: null, before: null },
    }) as unknown as { id: number }[]
    expect(records.length).toBeGreaterThan(1)
    expect(keysOf('statements', filter).map((key) => formatId('STATEMENT', key))).toEqual(
      records.map(({ id }) => formatId('STATEMENT', id)),
    )
  })
})
