import type { Logger } from 'pino'
import { schema } from '../api/schema.ts'
import { graphName } from '../model/address.ts'
import type { Graph } from '../model/graph.ts'
import { openServed, refuseForeignReplicas } from '../model/open.ts'
import type { AccessOptions } from '../server/access.ts'
import { type AppOptions, createApp } from '../server/app.ts'
import { Explorer } from '../server/explorer.ts'
import { GraphiQL } from '../server/graphiql.ts'
import { hostsOf, isLoopback } from '../server/host.ts'
import { listen, urlOf } from '../server/listen.ts'
import { createLog } from '../server/log.ts'
import type { LogLevel } from '../server/log-level.ts'
import { type Question, readQuestions } from '../server/question.ts'
import type { Handle } from '../server/reply.ts'
import { ServedGraph } from '../server/served-graph.ts'
import { stopOnSignals } from '../server/shutdown.ts'
import { SignInLink } from '../server/sign-in-link.ts'
import { WrittenRevisions } from '../server/written-revisions.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { ServedEngine } from '../sql/served-engine.ts'
import { UserError } from '../values/errors.ts'
import { packageRoot } from '../values/package-root.ts'
import { isEmptyGraph, patient, withGraphFile } from './graph-file.ts'
import { openProblem } from './graph-file-refusal.ts'
import { GraphWorkers } from './graph-workers.ts'
import { storageOf } from './option.ts'
import { loadSeed } from './seed.ts'

export interface ServeOptions {
  readonly db: string
  /** Addresses of databases that follow the graph's own, and are read from in its place. */
  readonly readDb?: readonly string[]
  /** How many connections at most read, of each database. */
  readonly dbConnections?: number
  readonly port: number
  readonly host: string
  /** The names by which it answers besides this machine's own; `*` for all. */
  readonly allowHost?: readonly string[]
  /** Origins, as `originOf` writes them, whose pages may ask; `*` for all. */
  readonly allowOrigin?: readonly string[]
  readonly log: LogLevel
  /** Whether an empty graph stays empty. */
  readonly empty?: boolean
  /** Whether whoever has not signed in is answered nothing. */
  readonly private?: boolean
  /** The origin by which browsers reach the server. */
  readonly baseUrl?: string
  /** Whether what a proxy says in X-Forwarded-… is believed. */
  readonly trustProxy?: boolean
}

/** `hearsay serve`: from a path to a server that answers. */
export async function serve(options: ServeOptions): Promise<void> {
  const { db, port, host, allowHost = [], allowOrigin = [], log: level, empty = false } = options
  const log = createLog(level)
  prepare(db, empty, log)
  await refuseForeignReplicas(db, options.readDb ?? [])
  const questions = readQuestions()
  const pages = openPages(questions, log)
  const terminal = terminalOf(process)
  const link = terminal && new SignInLink()
  const shared = { schema, log, storage: storageOf(db), host, allowHost, allowOrigin, questions, ...pages }
  let workers: GraphWorkers | null = null
  const appOf = (graph: Graph, engine: ServedEngine) => {
    // Where another file has taken the place of the one that was served, that one is written to and read from now on.
    workers?.retire()
    workers = new GraphWorkers(db, engine)
    const { desk, threads, exports } = workers
    void engine.replicaFaults().then((faults) => {
      for (const fault of faults) log.warn(fault)
    })
    const access = { ...accessOf(options, engine), writeUsers: workers.writeUsers, link }
    return createApp({ graph, desk, threads, exports, access, ...shared }).handle
  }
  const served = openGraph(options, appOf, log)
  const close = async () => {
    await Promise.all([served.close(), workers?.close()])
  }
  const server = await listen(served.handle, { host, port }).catch(async (error: unknown) => {
    await close()
    throw error
  })
  stopOnSignals(server, log, { end: () => served.endStreams(), close })
  const url = urlOf(server)
  const health = await fetch(`${url}/health`)
  if (!health.ok) throw new UserError(`${graphName(db)} was opened but does not answer.`)
  log.info({ url, db: graphName(db) }, `Hearsay answers at ${url}`)
  if (!isLoopback(host)) log.warn(openness(options))
  if (link) terminal?.write(signInLines(link, options.baseUrl ?? url))
  else if (options.private) log.info('hearsay user link NAME prints a link that signs in.')
}

/** Who may do what. What clients write is remembered where they may be answered from a replica that has it later. */
const accessOf = (options: ServeOptions, { hasReplicas }: ServedEngine): AccessOptions => ({
  isPrivate: options.private,
  baseUrl: options.baseUrl,
  trustProxy: options.trustProxy,
  revisions: hasReplicas ? new WrittenRevisions() : null,
})

/** What the person at the terminal reads. It is not logged: a log is kept, and a link opens the graph. */
const signInLines = ({ token, expiresAt }: SignInLink, url: string): string =>
  `\n  Sign in to edit: ${url}/sign-in?token=${token}\n` +
  `  The link works once, until ${formatTimeOfDay(expiresAt)}; hearsay user link NAME prints another.\n\n`

/** The terminal on which the server was started, if it was; what goes into a file or to another program is none. */
export const terminalOf = ({ stdout, stderr }: Record<'stdout' | 'stderr', Printed>): Printed | null =>
  [stdout, stderr].find(({ isTTY }) => isTTY) ?? null

interface Printed {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

const formatTimeOfDay = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** The warning of a server that other machines can reach. */
export function openness({ host, allowHost = [], baseUrl, private: isPrivate }: ServeOptions): string {
  const readers = isPrivate
    ? `Whoever reaches this machine (${host}) and has a token reads the whole graph.`
    : `Whoever reaches this machine (${host}) reads the whole graph: reading is open (--private closes it), and writing needs a token.`
  const wire = baseUrl?.startsWith('https:')
    ? ''
    : ' Nothing is encrypted, tokens neither: put a proxy with TLS before it, and name it with --base-url.'
  const names =
    hostsOf(host, allowHost) === null && !allowHost.includes('*')
      ? ' It answers by any name, also one that a page of the web gives this machine; --allow-host NAME names those that it has.'
      : ''
  return readers + wire + names
}

function openGraph(
  { db, readDb, dbConnections }: ServeOptions,
  appOf: (graph: Graph, engine: ServedEngine) => Handle,
  log: Logger,
): ServedGraph {
  const open = () => openServed(db, { readFrom: readDb, connections: dbConnections })
  try {
    return new ServedGraph(open, appOf, { path: graphName(db), log })
  } catch (error) {
    throw openProblem(db, error)
  }
}

/** Opens what `npm run build` made of web/; a server without it still answers GraphQL. */
function openPages(questions: readonly Question[], log: Logger): Pick<AppOptions, 'explorer' | 'graphiql'> {
  const explorer = Explorer.open(new URL('dist/web/', packageRoot))
  if (!explorer) log.warn('The explorer has not been built: / shows a plain page. npm run build builds it.')
  const graphiql = GraphiQL.open(new URL('dist/graphiql/', packageRoot), questions)
  if (!graphiql) log.warn('GraphiQL has not been built. npm run build builds it.')
  return { explorer, graphiql }
}

/** Makes the file or brings it up to date. The seed goes into a file made here: a graph that is empty is somebody's own. */
function prepare(db: string, staysEmpty: boolean, log: Logger): void {
  let seed = ''
  const load = (writer: ImmediateEngine) => {
    seed = loadSeed(writer)
  }
  const patience = patient(db, { error: (line) => log.warn(line) })
  withGraphFile(db, { patience, ...(!staysEmpty && { begin: load }) }, (writer) => {
    if (seed) log.info(`The graph is new: loaded the seed with ${seed}. --empty leaves a new graph empty.`)
    else if (isEmptyGraph(writer))
      log.info('The graph is empty. hearsay import FILE.yaml puts a dossier into it.')
  })
}
