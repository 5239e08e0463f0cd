import { fileURLToPath } from 'node:url'
import type { Question } from '../question.ts'
import { nodeOptions, ourServers, startProgram, type Usage, usageOf } from '../server/start.ts'
import { pinned } from './pin.ts'
import { hearsayAddress } from './postgres/copy.ts'
import { type LentPostgres, lendPostgres } from './postgres/lend.ts'
import { memoryOf, type Used } from './processes.ts'

/** In the order of their turns. Requests a second are told as so many times those of the first. */
export const contenders = [
  'naive',
  'limit',
  'mercurius',
  'apollo',
  'grafserv',
  'postgraphile',
  'hearsay-postgres',
  'hearsay',
] as const
export type Contender = (typeof contenders)[number]

/** Those that a user could choose in Hearsay's place. The limit is no server of GraphQL. */
export const peers = contenders.filter((name) => !['hearsay', 'hearsay-postgres', 'limit'].includes(name))

/** Those whose packages are bench/peers' own. */
export const installed: readonly Contender[] = ['mercurius', 'apollo', 'grafserv', 'postgraphile']

/** Those of which it is measured what their questions cost on larger and larger graphs. */
export const growable: readonly Contender[] = ['postgraphile', 'hearsay-postgres', 'hearsay']

/** Those that several processes of may serve one graph. */
export const manyProcesses: readonly Contender[] = ['hearsay-postgres']

/** What cannot be asked of whom, and why. */
export const cannot: Partial<Record<Contender, Readonly<Record<string, string>>>> = {
  limit: { Way: 'a way takes a statement for each step, and the limit is one statement' },
  postgraphile: { Search: 'PostgreSQL has no BM25: by ts_rank other hits come first' },
}

/** A server that runs, as it is measured. */
export interface Contestant {
  readonly name: string
  /** Of each of its processes. */
  readonly urls: readonly [string, ...string[]]
  /** The question in the words of its schema, with the variables that are asked of its graph. */
  readonly asked: (question: Question) => Question
  /** The data of its answer in our words. */
  readonly translated: (question: Question, data: unknown) => unknown
  readonly usage: () => Promise<Used>
  readonly stop: () => Promise<void>
}

/** Starts one on a graph: with nothing between it and its core that would only help to develop. */
export async function start(name: Contender, graph: string, processes = 1): Promise<Contestant> {
  if (name === 'postgraphile') return startPostGraphile(graph)
  if (name === 'hearsay-postgres')
    return withPostgres(graph, ({ url }) => startSeveral(name, hearsayAddress(url), processes))
  return startNode(name, installed.includes(name) ? theirServers : ourServers, graph)
}

const theirServers = fileURLToPath(new URL('../../../bench/peers/servers/main.mjs', import.meta.url))
const production = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' }

async function startNode(name: Contender, program: string, source: string): Promise<Contestant> {
  const command = pinned('server', process.execPath, [...nodeOptions(), program, name, source])
  const { child, url } = await startProgram(command, production)
  return {
    name,
    urls: [url],
    asked: (question) => question,
    translated: (_, data) => data,
    usage: async () => usedBy(await usageOf(child), child.pid),
    stop: async () => {
      if (child.connected) child.disconnect()
    },
  }
}

/** What its schema calls things. */
interface Words {
  readonly inItsWords: (question: Question) => Question
  readonly inOurWords: (name: string, data: unknown) => unknown
}

async function startPostGraphile(graph: string): Promise<Contestant> {
  const words = new URL('../../../bench/peers/servers/postgraphile-words.mjs', import.meta.url)
  const { inItsWords, inOurWords } = (await import(words.href)) as Words
  const server = await withPostgres(graph, ({ url }) => startNode('postgraphile', theirServers, url))
  return { ...server, asked: inItsWords, translated: ({ name }, data) => inOurWords(name, data) }
}

/** Several processes of ours on one graph, which connections are spread over. */
async function startSeveral(name: Contender, address: string, processes: number): Promise<Contestant> {
  const first = await startNode(name, ourServers, address)
  const all = [first]
  while (all.length < processes) all.push(await startNode(name, ourServers, address))
  return {
    ...first,
    urls: all.flatMap(({ urls }) => urls) as [string, ...string[]],
    usage: async () => (await Promise.all(all.map(({ usage }) => usage()))).reduce(sum),
    stop: async () => {
      for (const { stop } of all) await stop()
    },
  }
}

/** A server that asks a PostgreSQL: what that uses is its own. Several have the same one, and take turns. */
async function withPostgres(
  graph: string,
  startOn: (postgres: LentPostgres) => Promise<Contestant>,
): Promise<Contestant> {
  const postgres = await lendPostgres(graph)
  try {
    const server = await startOn(postgres)
    return {
      ...server,
      usage: async () => sum(await server.usage(), postgres.usage()),
      stop: async () => {
        await server.stop()
        await postgres.stop()
      },
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** What the system tells of its memory, and otherwise what it tells itself. */
function usedBy({ cpu, memory }: Usage, pid: number | undefined): Used {
  const told = memoryOf(pid ?? 0)
  return told.memory > 0 ? { cpu, ...told } : { cpu, memory, own: memory }
}

const sum = (a: Used, b: Used): Used => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
  own: a.own + b.own,
})
