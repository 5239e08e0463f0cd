import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { databaseOf } from '../tests/sqlite.ts'
import { syntheticGraph } from './generate.ts'
import { type HttpResult, measureHttp } from './measure/http.ts'
import { InProcess } from './measure/in-process.ts'
import { measureImport } from './measure/load.ts'
import { measureMaintained } from './measure/maintained.ts'
import { measureOverviews } from './measure/overview.ts'
import { measureSearch } from './measure/search.ts'
import { questions } from './question.ts'
import { formatReport } from './report.ts'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
})

const size = { statements: Number(values.statements), seed: Number(values.seed) }
const path = values.db ?? syntheticGraph(size)
const load = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: 10 }

const report = await measure()
console.log(values.json ? JSON.stringify(report, null, 2) : formatReport(report))

export type Report = Awaited<ReturnType<typeof measure>>
export type { HttpResult }

/** One part after the other, each against its own measure, in one run. */
async function measure() {
  const hearsay = new InProcess(path)
  const asked = questions(databaseOf(hearsay.graph))
  const machine = { cpu: cpus()[0]?.model ?? '', cpus: availableParallelism(), node: process.version }
  const http = await measureHttp(path, asked, load)
  return {
    date: new Date().toISOString().slice(0, 16),
    machine,
    graph: hearsay.query('{ stats { actors places events sources claims statements } }')().stats,
    http: http.results,
    memory: http.memory,
    search: measureSearch(hearsay),
    overviews: measureOverviews(hearsay),
    maintained: measureMaintained(hearsay),
    imports: measureImport(),
  }
}
