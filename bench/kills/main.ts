import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Random } from '../synthetic/random.ts'
import { kills } from './kills.ts'

/** npm run kills -- [--rounds 50] [--seed 7]: the same seed kills at the same moments, as far as a machine does. */
const STATEMENTS = 6000
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds ?? 50)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const cli = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))

console.log(`${rounds} rounds with the seed ${seed}`)
const random = new Random(seed)
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
process.exitCode = bad === 0 ? 0 : 1
