import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Database } from 'better-sqlite3'
import { performWrite } from '../src/edits/perform.ts'
import type { WriteRequest } from '../src/edits/request.ts'
import { openWriter } from '../src/sql/sqlite/connection.ts'
import { formatRevisionId } from '../src/values/id.ts'
import { syntheticGraph } from './generate.ts'
import { editedCopy } from './live/edited-copy.ts'
import type { Latency } from './measure/latency.ts'
import { table } from './table.ts'

/** npm run bench:merging: the two busiest actors become one and two again, while somebody reads. */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

interface Step {
  readonly what: string
  /** Seconds of the clock, and of the processor. */
  readonly wall: number
  readonly processor: number
  /** How long a reader waited for Q1 meanwhile. */
  readonly reader: Latency
}

/** How long the reader is measured alone, in milliseconds. */
const IDLE = 3_000

async function measure(): Promise<readonly Step[]> {
  const copy = editedCopy(
    values.db ?? syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) }),
  )
  const writer = openWriter(copy.path, { durable: true })
  const child = fork(fileURLToPath(new URL('./merging/reader.js', import.meta.url)), [copy.path])
  const readerSince = async (): Promise<Latency> => {
    child.send('tell')
    const [latency] = (await once(child, 'message')) as [Latency]
    return latency
  }
  const step = async (what: string, work: () => Promise<unknown>): Promise<Step> => {
    await readerSince()
    const [begun, before] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(before)
    const wall = (performance.now() - begun) / 1_000
    return { what, wall, processor: (user + system) / 1_000_000, reader: await readerSince() }
  }
  const write = async (request: WriteRequest): Promise<string> => {
    const { revision, problems } = await performWrite(writer, request)
    if (revision === null) throw new Error(problems.map(({ message }) => message).join('\n'))
    return formatRevisionId(revision)
  }
  try {
    const [into = '', from = ''] = busiestTwo(writer.db)
    // Until V8 has compiled what the reader runs.
    await setTimeout(IDLE)
    const idle = await step('nothing', () => setTimeout(IDLE))
    let merge = ''
    const merged = await step('merge', async () => {
      merge = await write({ kind: 'merge', by: null, of: 'ENTITY', into, from: [from] })
    })
    const apart = await step('unmerge', () => write({ kind: 'unmerge', by: null, revision: merge }))
    return [idle, merged, apart]
  } finally {
    child.disconnect()
    writer.close()
    copy.remove()
  }
}

/** The busiest actor and the next one of its type: no others can be merged. */
const busiestTwo = (db: Database): string[] =>
  db
    .prepare<[], string>(
      `with said as (select value, type, statements from tally join actor on actor.id = value where facet = 'SPEAKER')
        select 'actor_' || value from said where type = (select type from said order by statements desc limit 1)
        order by statements desc limit 2`,
    )
    .pluck()
    .all()

function report(steps: readonly Step[]): string {
  const idle = steps[0]?.reader.p99 ?? 1
  return table(
    ['', 'seconds', 'processor', 'Q1 meanwhile, p50', 'p99', '× idle p99'],
    steps.map(({ what, wall, processor, reader: { p50, p99 } }) => [
      what,
      wall.toFixed(2),
      processor.toFixed(2),
      `${p50.toFixed(2)} ms`,
      `${p99.toFixed(2)} ms`,
      (p99 / idle).toFixed(1),
    ]),
  )
}

const steps = await measure()
console.log(values.json ? JSON.stringify(steps) : report(steps))
