import { expect, it } from 'vitest'
import { nearest } from '../src/model/nodes/nearest.ts'

it.each([
  ['ukrain', ['battle-of-ukraine', 'ukraine', 'bahrain', 'armed-forces-of-ukraine'], 'ukraine'],
  ['russi', ['prussian-times', 'russia', 'russian-ministry-of-defence'], 'russia'],
  ['ukrain', ['ukraina', 'ukraine', 'a-ukrain'], 'ukraina'],
  ['rusia', ['russia', 'syria', 'asia'], 'russia'],
  ['Łódź', ['lodz', 'lviv'], 'lodz'],
  ['Free Russia Legion', ['free-russia-legion', 'russia'], 'free-russia-legion'],
  ['Москва', ['moskva', 'minsk'], 'moskva'],
])('nearest to %s of %j is %s', (wanted, slugs, first) => {
  expect(nearest(wanted, slugs)[0]).toBe(first)
})

it('is nothing where nothing comes near, and three at most', () => {
  expect(nearest('bakhmut', ['ukraine', 'russia'])).toEqual([])
  expect(nearest('a'.repeat(101), ['a'])).toEqual([])
  expect(nearest('war', ['war-a', 'war-b', 'war-c', 'war-d'])).toEqual(['war-a', 'war-b', 'war-c'])
})
