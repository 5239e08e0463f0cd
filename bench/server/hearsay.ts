import type { RequestListener } from 'node:http'
import { Graph } from '../../src/graph/graph.ts'
import { schema } from '../../src/schema.ts'
import { createApp } from '../../src/server/app.ts'
import { createLog } from '../../src/server/log.ts'

/** The real server, as `hearsay serve` makes it. */
export function hearsay(path: string): RequestListener {
  const { handle } = createApp({ schema, graph: Graph.open(path), log: createLog('info') })
  return handle
}
