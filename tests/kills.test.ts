import { expect, test } from 'vitest'
import { kills, type Round } from '../bench/kills/kills.ts'
import { Random } from '../bench/synthetic/random.ts'
import { SEED } from './random-seed.ts'
import { cli } from './server/hearsay.ts'

/** Each command from each start, twice. `npm run kills` makes many. */
const ROUNDS = 8

test(`imports and readings that are killed at random moments leave all or nothing (seed ${SEED})`, async () => {
  const random = new Random(SEED)
  const rounds: Round[] = []
  for await (const round of kills(ROUNDS, () => random.next(), cli, 600)) rounds.push(round)
  expect(rounds).toHaveLength(ROUNDS)
  expect(rounds.filter(({ problems }) => problems.length > 0)).toEqual([])
}, 400_000)
