// npm run bench:read [-- FILE.jsonl [COUNT]]: reports a second of processor time as a graph grows by reading, and memory.
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reportsIn } from '../../dist/reports/formats/document.js'
import { ReportWriter } from '../../dist/reports/writing/write.js'
import { openWriter } from '../../dist/sql/sqlite/connection.js'
import { madeReports } from './made-reports.mjs'
import { Variation } from './variation.mjs'

/** The first and the last so many are compared: the same reports, with other names and other words. */
const ROUND = 500
const [file, count = '6000'] = process.argv.slice(2)

const reports = (file ? await reportsOf(file) : madeReports(ROUND)).slice(0, ROUND)
const rounds = Math.max(1, Math.round(Number(count) / reports.length))
const db = join(tmpdir(), `hearsay-bench-${process.pid}.db`)
const connection = openWriter(db)
const writer = new ReportWriter(connection)
const variation = new Variation(reports.map(({ text }) => text))
const figures = []
for (let round = 0; round < rounds; round++) figures.push(readRound(round))
tellRatios(figures[0], figures.at(-1), figures[1] ?? figures[0])
connection.close()
for (const ending of ['', '-wal', '-shm']) rmSync(db + ending, { force: true })

async function reportsOf(path) {
  const all = []
  for await (const found of reportsIn(path)) {
    if (!('report' in found)) throw new Error(found.message)
    all.push(found.report)
  }
  return all
}

function readRound(round) {
  const varied = reports.map((report) => ({
    ...report,
    id: undefined,
    text: variation.of(report.text, round),
  }))
  // Processor time: other work on the machine must not count, and neither what makes the texts differ.
  const begin = process.cpuUsage()
  let statements = 0
  for (const report of varied) statements += writer.write(report).statements
  const { user, system } = process.cpuUsage(begin)
  const seconds = (user + system) / 1e6
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const figure = { speed: reports.length / seconds, heap: heapUsed }
  const { actors, names, claims } = sizes()
  console.log(
    `${(round + 1) * reports.length} reports: ${statements} statements in ${seconds.toFixed(1)} s,`,
    `${figure.speed.toFixed(1)} reports/s, ${mebibytes(rss)} MiB resident, ${mebibytes(heapUsed)} MiB heap;`,
    `${actors} actors, ${names} names, ${claims} claims`,
  )
  return figure
}

function sizes() {
  const count = (table) => `(select count(*) from ${table}) as ${table}s`
  return connection.db
    .prepare(`select ${['actor', 'claim'].map(count).join()}, (select count(*) from label) as names`)
    .get()
}

/** Memory from the second round on: in the first, what is kept of words fills. */
function tellRatios(first, last, second) {
  console.log(
    `The first ${reports.length}: ${first.speed.toFixed(1)} reports/s, the last: ${last.speed.toFixed(1)};`,
    `first/last ${(first.speed / last.speed).toFixed(2)}, heap last/second ${(last.heap / second.heap).toFixed(2)}`,
  )
}

function mebibytes(bytes) {
  return Math.round(bytes / 2 ** 20)
}
