import { expect, test } from 'vitest'
import { kills, type Round } from '../bench/kills/kills.ts'
import { Random } from '../bench/synthetic/random.ts'
import { cli } from './server/hearsay.ts'

/** Each command from each start, twice. `npm run kills` makes many. */
const ROUNDS = 8

test('imports and readings that are killed at random moments leave all or nothing', async () => {
  const seed = Date.now() % 1_000_000
  const random = new Random(seed)
  const rounds: Round[] = []
  for await (const round of kills(ROUNDS, () => random.next(), cli, 600)) rounds.push(round)
  expect(rounds).toHaveLength(ROUNDS)
  expect(
    rounds.filter(({ problems }) => problems.length > 0),
    `seed ${seed}`,
  ).toEqual([])
}, 400_000)
