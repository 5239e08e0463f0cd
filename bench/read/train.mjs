// node bench/read/train.mjs FILE.jsonl (after npm run build): reports a second from end to end, and memory, into a new graph.
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWriter } from '../../dist/db/open.js'
import { reportsIn } from '../../dist/read/document.js'
import { ReportWriter } from '../../dist/read/write.js'

const db = join(tmpdir(), `hearsay-bench-${process.pid}.db`)
const connection = openWriter(db)
const writer = new ReportWriter(connection)
const begin = performance.now()
const cpu = process.cpuUsage()
let [reports, statements] = [0, 0]
for await (const found of reportsIn(process.argv[2])) {
  if (!('report' in found)) throw new Error(found.message)
  statements += writer.write(found.report).statements
  if (++reports % 100 === 0) tell()
}
tell()
connection.close()
for (const ending of ['', '-wal', '-shm']) rmSync(db + ending, { force: true })

function tell() {
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const { rss, heapUsed } = process.memoryUsage()
  console.log(
    `${reports} reports, ${statements} statements, ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of`,
    `processor), ${(reports / seconds).toFixed(1)} reports/s, ${Math.round(rss / 2 ** 20)} MiB resident,`,
    `${Math.round(heapUsed / 2 ** 20)} MiB heap`,
  )
}
