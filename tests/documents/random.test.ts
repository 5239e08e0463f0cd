import { describe, expect, it } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { runs } from '../engine.ts'
import { seed as belgorod, everyField, upTo, worlds } from '../graph-fixture.ts'
import { SEED } from '../random-seed.ts'
import { type Compared, Comparison, isRefused, isSame, isValid } from './comparison.ts'
import { type Asked, Documents } from './documents.ts'
import { materialOf } from './material.ts'
import { shrink } from './shrink.ts'

/** How many documents each seed makes. By hand: `HEARSAY_DOCUMENTS=100000 npx vitest run tests/documents`. */
const COUNT = Number(process.env.HEARSAY_DOCUMENTS ?? runs(3_000))
const timeout = 60_000 * (2 + COUNT / 1_000)

const world = worlds().of(belgorod, everyField)
const material = materialOf(world)
const documentsOf = (seed: number) => new Documents(schema, material, seed)

describe.each([
  ['of always the same seed', 1],
  ['of the seed of this run', SEED],
])('random documents %s, %i', (_, seed) => {
  it(`${COUNT} are answered as by graphql-js, whenever they come`, { timeout }, () => {
    const comparison = new Comparison(world.graph)
    const documents = documentsOf(seed)
    const compared = upTo(COUNT).map((number) => {
      const asked = documents.next()
      const answers = comparison.of(asked)
      const isRight = isSame(answers) && isSame(comparison.of(turned(asked), 1))
      if (!isRight && isValid(asked)) throw new Error(difference(asked, seed, number))
      return kindOf(answers)
    })
    const share = (kind: Kind) => compared.filter((it) => it === kind).length / COUNT
    // A comparison of what is never compiled, or has no data, would always hold.
    expect(share('compiled')).toBeGreaterThan(0.6)
    expect(share('errors')).toBeGreaterThan(0.05)
    expect(share('refused')).toBeLessThan(0.1)
  })
})

it('nearly all random documents are valid', () => {
  const documents = documentsOf(SEED)
  const valid = upTo(500).filter(() => isValid(documents.next()))
  expect(valid.length).toBeGreaterThan(480)
})

/** The same document with other conditions. */
const turned = ({ query, variables }: Asked): Asked => ({
  query,
  variables: Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === 'boolean' ? !value : value]),
  ),
})

type Kind = 'refused' | 'compiled' | 'errors' | 'left to graphql-js'

const kindOf = (compared: Compared): Kind => {
  if (isRefused(compared)) return 'refused'
  if (compared.isCompiled) return 'compiled'
  return compared.wanted.startsWith('{"errors"') ? 'errors' : 'left to graphql-js'
}

/** What is different, of a document that has been made as small as it goes. */
function difference(asked: Asked, seed: number, number: number): string {
  const comparison = new Comparison(world.graph)
  const isWrong = (it: Asked) => !isSame(comparison.of(it)) || !isSame(comparison.of(turned(it), 1))
  const smallest = shrink(asked, (it) => isValid(it) && isWrong(it))
  const told = isSame(comparison.of(smallest)) ? turned(smallest) : smallest
  const { wanted, got } = comparison.of(told)
  return [
    `HEARSAY_SEED=${seed}, document ${number}, made smaller:`,
    told.query,
    JSON.stringify(told.variables),
    `graphql-js: ${wanted}`,
    ...got.map((answer, time) => `time ${time + 1}: ${answer}`),
  ].join('\n')
}
