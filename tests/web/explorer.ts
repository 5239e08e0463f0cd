import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { type AppOptions, createApp } from '../../src/server/app.ts'
import { Explorer } from '../../src/server/explorer.ts'
import { GraphiQL } from '../../src/server/graphiql.ts'
import { listen, urlOf } from '../../src/server/listen.ts'
import { readQuestions } from '../../src/server/question.ts'
import { stopServer } from '../../src/server/shutdown.ts'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'

const root = new URL('../../', import.meta.url)
export const dist = new URL('dist/web/', root)
export const seed = fileURLToPath(new URL('seed/belgorod.yaml', root))
export const dispute = fileURLToPath(new URL('tests/dossiers/dispute.yaml', root))
export const everyField = fileURLToPath(new URL('tests/dossiers/every-field.yaml', root))
export const hostile = fileURLToPath(new URL('tests/web/hostile.yaml', root))

/** The explorer as it is shipped, on a real server, over a real file with these dossiers. */
export function startExplorer(dossiers: readonly string[] = [seed]): Promise<Started> {
  const path = join(folder(), 'graph.db')
  writeGraph(path, dossiers)
  return serveExplorer(path)
}

interface Started {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The same over a file that is there. */
export async function serveExplorer(path: string, options: Partial<AppOptions> = {}): Promise<Started> {
  const graph = Graph.open(path)
  const { handle } = createApp({
    schema,
    graph,
    log: pino({ level: 'silent' }),
    explorer: Explorer.open(dist),
    graphiql: GraphiQL.open(new URL('dist/graphiql/', root), readQuestions()),
    ...options,
  })
  const server = await listen(handle, { host: '127.0.0.1', port: 0 })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= Promise.resolve(stopServer(server, 100)).then(() => undefined))
  afterAll(async () => {
    await stop()
    graph.engine.close()
  })
  return { url: urlOf(server), stop }
}

/** What the API says, to hold what is shown against. */
export async function api<Data = Record<string, never>>(
  url: string,
  query: string,
  variables = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}
