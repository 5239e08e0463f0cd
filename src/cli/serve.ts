import type { Logger } from 'pino'
import { schema } from '../api/schema.ts'
import type { Graph } from '../model/graph.ts'
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
import type { ImmediateEngine } from '../sql/engine.ts'
import { openServedFile } from '../sql/sqlite/served-file.ts'
import { UserError } from '../values/errors.ts'
import { packageRoot } from '../values/package-root.ts'
import { isEmptyGraph, patient, withGraphFile } from './graph-file.ts'
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
}

/** `hearsay serve`: from a path to a server that answers. */
export async function serve(options: ServeOptions): Promise<void> {
  const { db, port, host, allowHost = [], allowOrigin = [], log: level, empty = false } = options
  const log = createLog(level)
  prepare(db, empty, log)
  const questions = readQuestions()
  const pages = openPages(questions, log)
  const appOf = (graph: Graph) =>
    createApp({ schema, graph, log, storage: STORAGE, host, allowHost, allowOrigin, questions, ...pages })
      .handle
  const served = openServed(db, appOf, log)
  const server = await listen(served.handle, { host, port }).catch((error: unknown) => {
    served.close()
    throw error
  })
  stopOnSignals(server, log, { end: () => served.endStreams(), close: () => served.close() })
  const url = urlOf(server)
  const health = await fetch(`${url}/health`)
  if (!health.ok) throw new UserError(`${db} was opened but does not answer.`)
  log.info({ url, db }, `Hearsay answers at ${url}`)
  if (!isLoopback(host)) log.warn(openness(host, allowHost))
}

/** The warning of a server that other machines can reach. */
function openness(host: string, allowHost: readonly string[]): string {
  const reach = `Whoever reaches this machine (${host}) reads the whole graph: there are no passwords and no encryption.`
  return hostsOf(host, allowHost) === null && !allowHost.includes('*')
    ? `${reach} It answers by any name, also one that a page of the web gives this machine; --allow-host NAME names those that it has.`
    : reach
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
