import assert from 'node:assert/strict'
import autocannon from 'autocannon'
import type { Question } from '../question.ts'
import { type Running, startServer, usageOf } from '../server/start.ts'
import { median } from './timing.ts'

/** In the order of their turns. The first is what the others are compared with. */
export const contenders = ['naive', 'limit', 'hearsay'] as const
export type Contender = (typeof contenders)[number]

export interface HttpResult {
  readonly question: string
  /** Requests a second: the median of the rounds. */
  readonly perSecond: Record<Contender, number>
  /** How many times as many as naive, in the same round: the median of the rounds. */
  readonly ratio: Record<Contender, number>
  /** Microseconds of processor time that a request costs the server: what a busy machine moves least. */
  readonly cpu: Record<Contender, number>
}

interface Turn {
  readonly perSecond: number
  readonly cpu: number
}

export interface Load {
  readonly rounds: number
  /** How long each turn of a round takes. */
  readonly seconds: number
  readonly connections: number
}

/** Asks all servers the same, in turns, so that whatever else the machine does hits them alike. */
export async function measureHttp(
  path: string,
  questions: readonly Question[],
  load: Load,
): Promise<{ results: HttpResult[]; memory: Record<Contender, number> }> {
  const servers = await forEach((name) => startServer(name, path))
  try {
    const results: HttpResult[] = []
    for (const question of questions) {
      await compareAnswers(question, servers)
      results.push(await raced(question, servers, load))
    }
    return { results, memory: await forEach(async (name) => (await usageOf(servers[name].child)).memory) }
  } finally {
    for (const { child } of Object.values(servers)) child.disconnect()
  }
}

async function raced(
  question: Question,
  servers: Record<Contender, Running>,
  load: Load,
): Promise<HttpResult> {
  const rounds: Record<Contender, Turn>[] = []
  await forEach((name) => warmUp(servers[name], question, load))
  for (let round = 0; round < load.rounds; round++)
    rounds.push(await forEach((name) => turn(servers[name], question, load)))
  const of = (value: (round: Record<Contender, Turn>, name: Contender) => number) =>
    Object.fromEntries(
      contenders.map((name) => [name, median(rounds.map((round) => value(round, name)))]),
    ) as Record<Contender, number>
  return {
    question: question.name,
    perSecond: of((round, name) => round[name].perSecond),
    ratio: of((round, name) => round[name].perSecond / round.naive.perSecond),
    cpu: of((round, name) => round[name].cpu),
  }
}

/** Until V8 has compiled what the question runs: as many requests for each, for what is slow is no sooner compiled. */
const WARM_UP = 3_000

const warmUp = ({ url }: Running, question: Question, { connections }: Load) =>
  autocannon({ url, connections, amount: WARM_UP, requests: requestsOf(question) })

async function turn({ child, url }: Running, question: Question, load: Load): Promise<Turn> {
  const before = await usageOf(child)
  const {
    requests: made,
    duration,
    non2xx,
    errors,
  } = await autocannon({
    url,
    connections: load.connections,
    duration: load.seconds,
    requests: requestsOf(question),
  })
  const after = await usageOf(child)
  assert.equal(non2xx + errors, 0, `${question.name}: ${non2xx} failed answers, ${errors} errors`)
  return { perSecond: made.total / duration, cpu: (after.cpu - before.cpu) / made.total }
}

/** Whoever answers something else may well be faster. */
async function compareAnswers(question: Question, servers: Record<Contender, Running>): Promise<void> {
  for (const body of bodies(question)) {
    const answers = await forEach(async (name) => {
      const response = await fetch(`${servers[name].url}/graphql`, { method: 'POST', headers, body })
      return response.json()
    })
    assert.deepEqual(answers.hearsay, answers.naive, `${question.name}: Hearsay's answer is another`)
    assert.deepEqual(answers.limit, answers.naive, `${question.name}: the limit's answer is another`)
  }
}

const headers = { 'content-type': 'application/json' }
const bodies = ({ name, query, variables }: Question): string[] =>
  variables.map((values) => JSON.stringify({ operationName: name, query, variables: values }))

const requestsOf = (question: Question) =>
  bodies(question).map((body) => ({ method: 'POST' as const, path: '/graphql', headers, body }))

/** One after the other: they are to have the machine to themselves. */
async function forEach<T>(work: (name: Contender) => Promise<T>): Promise<Record<Contender, T>> {
  const all: [Contender, T][] = []
  for (const name of contenders) all.push([name, await work(name)])
  return Object.fromEntries(all) as Record<Contender, T>
}
