import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
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
/** As few answers say something, and each thing is asked for once; where even they take too long, what comes in so many seconds. */
const FEW = 64
const TOO_LONG = 10

/**
 * What each showed in all rounds, or why it was left out. In a round each has its turn, so that whatever else the machine
 * does hits them alike.
 */
export async function race(
  question: Question,
  contestants: readonly Contestant[],
  load: Load,
): Promise<ReadonlyMap<string, Measured | Error>> {
  const all = new Map<string, Measured | Error>()
  const racing = new Map<Contestant, { readonly amount: number; readonly turns: Turn[] }>()
  const attempt = async (contestant: Contestant, work: () => Promise<void>) =>
    work().catch((error: Error) => {
      racing.delete(contestant)
      all.set(contestant.name, error)
    })
  for (const contestant of contestants)
    await attempt(contestant, async () => {
      const { perSecond } = await turnOf(contestant, question, { ...load, seconds: WARM_UP })
      racing.set(contestant, { amount: amountOf(perSecond, load), turns: [] })
    })
  for (let round = 0; round < load.rounds; round++)
    for (const [contestant, { amount, turns }] of racing)
      await attempt(contestant, async () => {
        turns.push(await turnOf(contestant, question, { ...load, amount }))
      })
  for (const [{ name }, { turns }] of racing) all.set(name, measured(turns))
  return all
}

/** How many requests a turn has, so that it takes about as long as it is to, and ends when all are answered. */
const amountOf = (perSecond: number, { connections, seconds }: Load): number =>
  Math.ceil(Math.max(connections, perSecond * seconds, Math.min(FEW, perSecond * TOO_LONG)))

function measured(turns: readonly Turn[]): Measured {
  const of = (figure: keyof Turn) => spreadOf(turns.map((turn) => turn[figure]))
  return { perSecond: of('perSecond'), cpu: of('cpu'), p50: of('p50'), p99: of('p99') }
}

/** Before each turn, for what the one before it left unanswered: milliseconds. */
const PAUSE = 200

/** Asks for some seconds, or until so many requests are answered. */
export async function turnOf(
  { urls, asked, usage }: Contestant,
  question: Question,
  { connections, seconds, amount }: Load & { readonly amount?: number },
): Promise<Turn> {
  const requests = bodies(asked(question)).map((body) => ({
    method: 'POST' as const,
    path: '/graphql',
    headers,
    body,
  }))
  await setTimeout(PAUSE)
  const before = await usage()
  const started = performance.now()
  const length = amount === undefined ? { duration: seconds } : { amount }
  const run = autocannon({
    url: urls,
    connections,
    requests,
    setupClient: inTurn(requests, connections),
    ...length,
  })
  const times: number[] = []
  let last = started
  run.on('response', (_client, _status, _bytes, milliseconds) => {
    times.push(milliseconds)
    last = performance.now()
  })
  const { non2xx, errors } = await run
  const after = await usage()
  assert(non2xx + errors === 0, `${non2xx} failed answers, ${errors} errors`)
  assert(times.length > 0, 'nothing was answered in time')
  return {
    perSecond: (times.length / (last - started)) * 1000,
    cpu: (after.cpu - before.cpu) / times.length,
    ...latencyOf(times),
  }
}

/** Each connection begins with another request: a few answers of each would all be those of the first requests. */
function inTurn<T>(requests: readonly T[], connections: number) {
  let nth = 0
  return (client: { setRequests(requests: readonly T[]): void }) => {
    const first = Math.floor((nth++ * requests.length) / connections)
    client.setRequests([...requests.slice(first), ...requests.slice(0, first)].map((one) => ({ ...one })))
  }
}
