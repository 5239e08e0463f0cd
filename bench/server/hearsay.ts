import type { RequestListener } from 'node:http'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { createApp } from '../../src/server/app.ts'
import { Explorer } from '../../src/server/explorer.ts'
import { createLog } from '../../src/server/log.ts'

/** The real server, as `hearsay serve` makes it. */
export function hearsay(path: string): RequestListener {
  const { handle } = createApp({ schema, graph: Graph.open(path), log: createLog('info') })
  return handle
}

/** The same with the explorer, as `npm run build` has left it; an answer is not logged. */
export function explorer(path: string): RequestListener {
  const folder = new URL('../../../dist/web/', import.meta.url)
  const app = { schema, graph: Graph.open(path), log: createLog('warn'), explorer: Explorer.open(folder) }
  return createApp(app).handle
}
