import { expect, it } from 'vitest'
import { worlds } from './graph-fixture.ts'

/** More words than PostgreSQL has places for in one text, one of them at most places, and one longer than its words may be. */
const filler = Array.from({ length: 9_000 }, (_, nth) => `the ship${nth}`).join(' ')
const longWord = `Ж${'дуже'.repeat(600)}`
const text = `A convoy left. ${filler} Then the last barges were burning near ${longWord}, said the Mayor’s aide.`

const world = worlds().empty()
world.write(({ sources }) => {
  sources.put({ slug: 'long', title: 'Harbour fires', kind: 'ARTICLE', text })
  sources.put({ slug: 'short', title: 'Harbour', kind: 'ARTICLE', text: 'The convoy left the last barges.' })
})

const found = (search: string): string[] =>
  world
    .ask('query ($text: String!) { sources(filter: { text: $text }) { nodes { slug } } }', { text: search })
    .sources.nodes.map(({ slug }: { slug: string }) => slug)
    .sort()

it.each([
  ['convoy', ['long', 'short']],
  ['aide', ['long']],
  ['burn', ['long']],
  ['"burn"', []],
  ['"burning"', ['long']],
  ['"last barges were burning"', ['long']],
  ['"the last barges"', ['long', 'short']],
  ['"barges last the"', []],
  ['"were burn"*', ['long']],
  ['"barges were" convoy', ['long']],
  ['convoy -"barges were"', ['short']],
  ['convoy -"were barges"', ['long', 'short']],
  ['ship8999 harbour', ['long']],
  ['"harbour a convoy"', []],
  ['"fires a convoy"', []],
  ['mayor', ['long']],
  ['"mayor aide"', []],
  [longWord.slice(0, 900), []],
  [`${longWord.slice(0, 900)}*`, ['long']],
])('in a text longer than most, %s is found where it stands', (search, slugs) => {
  expect(found(search)).toEqual(slugs)
})

it('its snippet is of the place where the words stand', () => {
  const { nodes } = world.ask('{ search(text: "\\"barges were\\" burning") { nodes { snippet } } }').search
  expect(nodes).toHaveLength(1)
  expect(nodes[0].snippet).toContain('the last **barges were** **burning** near')
})
