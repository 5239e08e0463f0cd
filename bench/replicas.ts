import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { Cluster, type ClusterNode } from '../tests/postgres/cluster.ts'
import { programsFolder } from '../tests/postgres/programs.ts'
import { syntheticGraph } from './generate.ts'
import { ServedProcess } from './kills/served.ts'
import { median } from './measure/timing.ts'
import { canPin } from './peers/pin.ts'

/**
 * npm run bench:replicas -- [--statements 20000] [--rounds 5] [--seconds 4]: reads from one and from two replicas of a
 * graph in PostgreSQL, each replica on a core of its own, by turns in one run.
 */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
  },
})
const CONNECTIONS = 8
/** To each replica: as much work at a time as its core can do, so that another has as much again to give. */
const CONNECTIONS_TO_EACH = '1'
const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** It counts most statements of the graph: what it costs is the database's, and hardly the server's. */
const matrix = `query ($from: EDTF) { matrix(filter: { said: { from: $from } }, first: 5) { statements } }`

/** No two alike, so that no answer is kept. */
let asked = 0
function nextRequest() {
  const day = new Date(Date.UTC(1990, 0, ++asked)).toISOString().slice(0, 10)
  return {
    method: 'POST' as const,
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: matrix, variables: { from: day } }),
  }
}

/** Requests a second. */
async function turn({ url }: ServedProcess): Promise<number> {
  const seconds = Number(values.seconds)
  const setupClient = (client: { setRequests(requests: ReturnType<typeof nextRequest>[]): void }) =>
    client.setRequests(Array.from({ length: 1000 / CONNECTIONS }, nextRequest))
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [nextRequest()],
    setupClient,
  })
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests were not answered.`)
  return requests.total / seconds
}

/** With all that it starts from then on. */
function pin(node: ClusterNode, core: number): void {
  const [pid = ''] = readFileSync(join(node.folder, 'data/postmaster.pid'), 'utf8').split('\n')
  execFileSync('taskset', ['-c', '-p', String(core), pid], { stdio: 'ignore' })
}

async function measure(programs: string): Promise<void> {
  const cluster = await Cluster.start(programs, ['first', 'second'])
  const db = `${cluster.primary.address}&schema=replicas`
  const servers = [1, 2].map((count) => {
    const read = cluster.replicas.slice(0, count).flatMap(({ address }) => ['--read-db', address])
    return new ServedProcess(cli, ['--db', db, '--db-connections', CONNECTIONS_TO_EACH, ...read])
  })
  try {
    execFileSync(process.execPath, [
      cli,
      'copy',
      syntheticGraph({ statements: Number(values.statements), seed: 1 }),
      db,
    ])
    await cluster.caughtUp()
    if (canPin()) cluster.replicas.forEach(pin)
    for (const server of servers) {
      await server.start()
      await turn(server)
    }
    const rounds: number[][] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      const figures = []
      for (const server of servers) figures.push(await turn(server))
      rounds.push(figures)
      console.log(`one replica ${figures[0]?.toFixed(1)}, two ${figures[1]?.toFixed(1)} requests a second`)
    }
    const ratios = rounds.map(([one = 0, two = 0]) => two / one)
    console.log(
      `two replicas answer ${median(ratios).toFixed(2)} times as many as one (median of ${ratios.length} rounds)`,
    )
  } finally {
    for (const server of servers) await server.kill()
    await cluster.remove()
  }
}

const programs = programsFolder()
if (!programs) throw new Error('There is no PostgreSQL here: apt-get install postgresql.')
await measure(programs)
