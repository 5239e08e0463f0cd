import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SEED } from './random-seed.ts'

const tests = fileURLToPath(new URL('.', import.meta.url))

it('what is random begins with the seed of the run, and comes again', () => {
  const drawn = () => fc.sample(fc.string(), 20)
  expect(drawn()).toEqual(drawn())
  expect(drawn()).toEqual(fc.sample(fc.string(), { numRuns: 20, seed: SEED }))
})

it('nothing here is random in another way', () => {
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const others = files.flatMap((file) =>
    (readFileSync(join(tests, file), 'utf8').match(/Math\.random\(|randomInt\(|Date\.now\(\) %/g) ?? []).map(
      (found) => `${file}: ${found}`,
    ),
  )
  expect(others).toEqual([])
})
