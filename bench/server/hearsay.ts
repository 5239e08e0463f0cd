import type { RequestListener } from 'node:http'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { createApp } from '../../src/server/app.ts'
import { Explorer } from '../../src/server/explorer.ts'
import { createLog } from '../../src/server/log.ts'
import { QueryThreads } from '../../src/server/query-threads.ts'
import { postgres } from '../../src/sql/postgres/postgres.ts'

/** The milliseconds that `hearsay serve` gives an operation. */
const TIME_LIMIT = 5_000

/** The real server, as `hearsay serve` makes it. */
export function hearsay(path: string): RequestListener {
  const threads = new QueryThreads({ path, limits: defaultLimits, timeLimit: TIME_LIMIT })
  return createApp({ schema, graph: Graph.open(path), log: createLog('info'), threads }).handle
}

/** The same on a graph in a database, whose statements hold up no thread. */
export function hearsayOnDatabase(address: string): RequestListener {
  const { engine } = postgres.openServed(address, {})
  return createApp({ schema, graph: new Graph(engine), log: createLog('info'), threads: null }).handle
}

/** The same with the explorer, as `npm run build` has left it; an answer is not logged. */
export function explorer(path: string): RequestListener {
  const folder = new URL('../../../dist/web/', import.meta.url)
  const app = { schema, graph: Graph.open(path), log: createLog('warn'), explorer: Explorer.open(folder) }
  return createApp(app).handle
}
