import type { Logger } from 'pino'
import { defaultLimits } from '../api/run/limits.ts'
import { schema } from '../api/schema.ts'
import { LocalDesk } from '../edits/perform.ts'
import type { WriteDesk } from '../edits/request.ts'
import type { Graph } from '../model/graph.ts'
import { openDurableWriter } from '../model/open.ts'
import { UserWriter } from '../model/users/write.ts'
import type { AccessOptions } from '../server/access.ts'
import { type AppOptions, createApp, defaultTimeLimit } from '../server/app.ts'
import { Explorer } from '../server/explorer.ts'
import { type Exports, ThreadExports } from '../server/exporting/exports.ts'
import { GraphiQL } from '../server/graphiql.ts'
import { hostsOf, isLoopback } from '../server/host.ts'
import { listen, urlOf } from '../server/listen.ts'
import { createLog } from '../server/log.ts'
import type { LogLevel } from '../server/log-level.ts'
import { QueryThreads } from '../server/query-threads.ts'
import { type Question, readQuestions } from '../server/question.ts'
import type { Handle } from '../server/reply.ts'
import { ServedGraph } from '../server/served-graph.ts'
import { stopOnSignals } from '../server/shutdown.ts'
import { SignInLink } from '../server/sign-in-link.ts'
import { ThreadDesk } from '../server/write-desk.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { openServedFile } from '../sql/sqlite/served-file.ts'
import { UserError } from '../values/errors.ts'
import { packageRoot } from '../values/package-root.ts'
import { isEmptyGraph, patient, withGraphFile, withServedFile } from './graph-file.ts'
import { openProblem } from './graph-file-refusal.ts'
import { STORAGE } from './option.ts'
import { loadSeed } from './seed.ts'

export interface ServeOptions {
  readonly db: string
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
  const questions = readQuestions()
  const pages = openPages(questions, log)
  const terminal = terminalOf(process)
  const link = terminal && new SignInLink()
  const access: AccessOptions = {
    isPrivate: options.private,
    baseUrl: options.baseUrl,
    trustProxy: options.trustProxy,
    writeUsers: (work) => withServedFile(db, (connection) => work(new UserWriter(connection))),
    link,
  }
  const shared = { schema, log, storage: STORAGE, host, allowHost, allowOrigin, questions, access, ...pages }
  let desk: WriteDesk | null = null
  let threads: QueryThreads | null = null
  let exports: Exports | null = null
  const appOf = (graph: Graph) => {
    // Where another file has taken the place of the one that was served, that one is written to and read from now on.
    void desk?.close()
    threads?.close()
    void exports?.close()
    desk = openDesk(db)
    threads = openThreads(db)
    exports = hasThreads ? new ThreadExports(db) : null
    return createApp({ graph, desk, threads, exports, ...shared }).handle
  }
  const served = openServed(db, appOf, log)
  const close = () => {
    served.close()
    void desk?.close()
    void threads?.terminate()
    void exports?.close()
  }
  const server = await listen(served.handle, { host, port }).catch((error: unknown) => {
    close()
    throw error
  })
  stopOnSignals(server, log, { end: () => served.endStreams(), close })
  const url = urlOf(server)
  const health = await fetch(`${url}/health`)
  if (!health.ok) throw new UserError(`${db} was opened but does not answer.`)
  log.info({ url, db }, `Hearsay answers at ${url}`)
  if (!isLoopback(host)) log.warn(openness(options))
  if (link) terminal?.write(signInLines(link, options.baseUrl ?? url))
  else if (options.private) log.info('hearsay user link NAME prints a link that signs in.')
}

/** Node can start no thread from TypeScript. */
const hasThreads = !import.meta.url.endsWith('.ts')

/** Changes are made in a thread of their own. */
const openDesk = (db: string): WriteDesk =>
  hasThreads ? new ThreadDesk(db) : new LocalDesk(openDurableWriter(db))

/** Long questions are answered in threads of their own. */
const openThreads = (path: string): QueryThreads | null =>
  hasThreads ? new QueryThreads({ path, limits: defaultLimits, timeLimit: defaultTimeLimit }) : null

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

function openServed(db: string, appOf: (graph: Graph) => Handle, log: Logger): ServedGraph {
  try {
    return new ServedGraph(() => openServedFile(db), appOf, { path: db, log })
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
