import assert from 'node:assert/strict'
import autocannon from 'autocannon'
import { latencyOf } from '../../measure/latency.ts'
import { median } from '../../measure/timing.ts'
import type { Question } from '../../question.ts'
import type { Contestant } from '../contenders.ts'
import { bodies, headers } from './answers.ts'

export interface Load {
  readonly rounds: number
  /** How long each turn of a round takes. */
  readonly seconds: number
  readonly connections: number
}

/** What a turn of one contestant showed. */
export interface Turn {
  readonly perSecond: number
  /** Microseconds of the processor that a request cost. */
  readonly cpu: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

export type Measured = Readonly<Record<keyof Turn, Spread>>

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
})

/** How long each is asked before it is measured, so that V8 has compiled what the question runs. */
const WARM_UP = 2.5

/**
 * What each showed in all rounds, or why it was left out. In a round each has its turn, so that whatever else the machine
 * does hits them alike.
 */
export async function race(
  question: Question,
  contestants: readonly Contestant[],
  load: Load,
): Promise<ReadonlyMap<string, Measured | Error>> {
  const turns = new Map<string, Turn[] | Error>(contestants.map(({ name }) => [name, []]))
  for (let round = -1; round < load.rounds; round++)
    for (const contestant of contestants) {
      const before = turns.get(contestant.name)
      if (!before || before instanceof Error) continue
      const seconds = round < 0 ? WARM_UP : load.seconds
      const turn = await turnOf(contestant, question, { ...load, seconds }).catch((error: Error) => error)
      if (turn instanceof Error) turns.set(contestant.name, turn)
      else if (round >= 0) before.push(turn)
    }
  return new Map([...turns].map(([name, all]) => [name, all instanceof Error ? all : measured(all)]))
}

function measured(turns: readonly Turn[]): Measured {
  const of = (figure: keyof Turn) => spreadOf(turns.map((turn) => turn[figure]))
  return { perSecond: of('perSecond'), cpu: of('cpu'), p50: of('p50'), p99: of('p99') }
}

export async function turnOf(
  { url, asked, usage }: Contestant,
  question: Question,
  { connections, seconds }: Load,
): Promise<Turn> {
  const requests = bodies(asked(question)).map((body) => ({
    method: 'POST' as const,
    path: '/graphql',
    headers,
    body,
  }))
  const times: number[] = []
  const before = await usage()
  const run = autocannon({ url, connections, duration: seconds, requests })
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  const { duration, non2xx, errors } = await run
  const after = await usage()
  assert(
    non2xx + errors === 0 && times.length > 0,
    `${times.length} answers, ${non2xx} failed, ${errors} errors`,
  )
  return {
    perSecond: times.length / duration,
    cpu: (after.cpu - before.cpu) / times.length,
    ...latencyOf(times),
  }
}
