import type { Logger } from 'pino'
import { Graph } from '../graph/graph.ts'
import { packageRoot } from '../package-root.ts'
import { schema } from '../schema.ts'
import { createApp } from '../server/app.ts'
import { Explorer } from '../server/explorer.ts'
import { listen, urlOf } from '../server/listen.ts'
import { createLog, type LogLevel } from '../server/log.ts'
import { readQuestions } from '../server/question.ts'
import { stopOnSignals } from '../server/shutdown.ts'
import { Failure } from './failure.ts'
import { isEmpty, openGraphFile } from './graph-file.ts'
import { loadSeed } from './seed.ts'

export interface ServeOptions {
  readonly db: string
  readonly port: number
  readonly host: string
  readonly log: LogLevel
  /** Whether an empty graph stays empty. */
  readonly empty?: boolean
}

/** `hearsay serve`: from a path to a server that answers. */
export async function serve({ db, port, host, log: level, empty = false }: ServeOptions): Promise<void> {
  const log = createLog(level)
  prepare(db, empty, log)
  const graph = Graph.open(db)
  const { handle } = createApp({
    schema,
    graph,
    log,
    host,
    questions: readQuestions(),
    explorer: openExplorer(log),
  })
  const server = await listen(handle, { host, port }).catch((error: Error) => {
    graph.connection.close()
    throw new Failure(error.message)
  })
  stopOnSignals(server, log, () => graph.connection.close())
  const url = urlOf(server)
  const health = await fetch(`${url}/health`)
  if (!health.ok) throw new Failure(`${db} was opened but does not answer.`)
  log.info({ url, db }, `Hearsay answers at ${url}`)
}

/** What `npm run build` made of web/; a server without it still answers GraphQL. */
function openExplorer(log: Logger): Explorer | null {
  const explorer = Explorer.open(new URL('dist/web/', packageRoot))
  if (!explorer) log.warn('The explorer has not been built: / shows a plain page. npm run build builds it.')
  return explorer
}

/** Makes the file or brings it up to date, and puts the seed into a graph that is new. */
function prepare(db: string, staysEmpty: boolean, log: Logger): void {
  const writer = openGraphFile(db)
  try {
    if (staysEmpty || !isEmpty(writer)) return
    log.info(
      `The graph was empty: loaded the seed with ${loadSeed(writer)}. Next time, --empty leaves it empty.`,
    )
  } finally {
    writer.close()
  }
}
