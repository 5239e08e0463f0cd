import { expect, it } from 'vitest'
import { type DatabaseRound, databaseKills, victims } from '../../bench/kills/database-kills.ts'
import { Random } from '../../bench/synthetic/random.ts'
import { SEED } from '../random-seed.ts'
import { cli } from '../server/hearsay.ts'
import { programsFolder } from './programs.ts'

const programs = programsFolder()
/** `npm run kills -- --db postgres` makes 20. */
const ROUNDS = 2

it.skipIf(!programs)(
  `what was acknowledged outlives the server, a process of the database and its primary (seed ${SEED})`,
  async () => {
    const random = new Random(SEED)
    const rounds: DatabaseRound[] = []
    const kills = databaseKills({
      rounds: ROUNDS,
      random: () => random.next(),
      cli,
      programs: programs ?? '',
      isSynchronous: true,
    })
    for await (const round of kills) rounds.push(round)
    expect(rounds).toHaveLength(ROUNDS * victims.length)
    expect(rounds.filter(({ problems }) => problems.length > 0)).toEqual([])
    for (const { acknowledged } of rounds) expect(acknowledged).toBeGreaterThan(0)
  },
  200_000,
)
