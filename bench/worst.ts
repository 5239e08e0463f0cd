import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { syntheticGraph } from './generate.ts'
import { worst } from './soak/asked.ts'
import { ask } from './soak/clients.ts'
import { Health } from './soak/health.ts'
import { Serving } from './soak/server.ts'
import { kindOf } from './soak/verdict.ts'
import { count, milliseconds, table } from './table.ts'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})

/** The worst queries, each asked three times of a server of its own size: how long, and for how long nobody else was answered. */
const path = values.db ?? syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })
const { serving, url } = await Serving.start(path)
const health = new Health(url)
const rows: string[][] = []
for (const asked of worst.filter(({ name }) => name.includes(values.only))) {
  // What the last one held up is over, and noted.
  await pause(100)
  await health.stretch()
  const begun = performance.now()
  const kinds = new Set<string>()
  let length = 0
  for (let n = 0; n < 3 && serving.end === null; n++) {
    const told = await ask(url, asked).catch((error: Error) => ({ status: 0, text: '{}', error }))
    kinds.add('error' in told ? `failed: ${told.error.message}` : kindOf(told))
    length = told.text.length
  }
  const { longest } = await health.stretch()
  rows.push([
    asked.name,
    [...kinds].join(' | '),
    count(length),
    milliseconds((performance.now() - begun) / 3),
    milliseconds(longest),
    `${count(serving.memory() / 2 ** 20)} MiB`,
  ])
  if (serving.end !== null) break
}
console.log(table(['query', 'answer', 'characters', 'takes', 'longest stretch', 'memory'], rows))
for (const mistake of serving.mistakes) console.log(mistake)
health.stop()
serving.stop()
