import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { programsFolder } from '../../tests/postgres/programs.ts'
import { Random } from '../synthetic/random.ts'
import { databaseKills } from './database-kills.ts'
import { kills } from './kills.ts'

/**
 * npm run kills -- [--rounds 50] [--seed 7]: the same seed kills at the same moments, as far as a machine does.
 * npm run kills -- --db postgres [--rounds 20] [--asynchronous]: so often the server, a process of the database, its primary.
 */
const STATEMENTS = 6000
const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    db: { type: 'string' },
    asynchronous: { type: 'boolean' },
  },
})
const isDatabase = values.db === 'postgres'
const rounds = Number(values.rounds ?? (isDatabase ? 20 : 50))
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const cli = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

console.log(`${rounds} rounds with the seed ${seed}`)
const random = new Random(seed)
process.exitCode = (await (isDatabase ? killDatabase() : killCommands())) === 0 ? 0 : 1

/** @returns How many rounds have left something wrong. */
async function killCommands(): Promise<number> {
  let [number, running, bad] = [0, 0, 0]
  for await (const round of kills(rounds, () => random.next(), cli, STATEMENTS)) {
    const { command, start, killedAfter, wasRunning, statements, problems } = round
    if (wasRunning) running++
    if (problems.length > 0) bad++
    const how = wasRunning ? `killed after ${killedAfter} ms` : `ended within ${killedAfter} ms`
    const what = problems.length === 0 ? `${statements} statements, sound` : problems.join('; ')
    console.log(`${String(++number).padStart(3)} ${command} into ${start}: ${how}; ${what}`)
  }
  console.log(`${running} of ${rounds} were killed while they ran; ${bad} left something wrong.`)
  return bad
}

/** The same of kills of what serves a graph in a database. */
async function killDatabase(): Promise<number> {
  const programs = programsFolder()
  if (!programs) throw new Error('There is no PostgreSQL here: apt-get install postgresql.')
  const isSynchronous = !values.asynchronous
  let [number, bad, lost] = [0, 0, 0]
  for await (const round of databaseKills({
    rounds,
    random: () => random.next(),
    cli,
    programs,
    isSynchronous,
  })) {
    if (round.problems.length > 0) bad++
    lost += round.lost
    const refused =
      [...round.refusals].map(([kind, count]) => `${count} x ${kind}`).join(', ') || 'none refused'
    const what = round.problems.join('; ') || 'sound'
    console.log(
      `${String(++number).padStart(3)} ${round.victim}: ${round.acknowledged} acknowledged, ${round.lost} lost, ` +
        `${refused}, all write again after ${Math.round(round.pause)} ms; ${what}`,
    )
  }
  console.log(`${number} kills; ${lost} acknowledged mutations were lost; ${bad} kills left something wrong.`)
  return bad
}
