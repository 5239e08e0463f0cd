import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { InProcess } from '../measure/in-process.ts'
import { latencyOf } from '../measure/latency.ts'
import { questions } from '../question.ts'

/** Asks Q1 again and again in a process of its own, and tells its parent, when asked, how long answers took since then. */
const path = process.argv[2] ?? ''
const hearsay = new InProcess(path)
const db = openDatabase(path, { readonly: true })
const asked = questions(db)
  .filter(({ name }) => name === 'Q1')
  .flatMap(({ query, variables }) => variables.map((values) => hearsay.query(query, values)))
db.close()
let times: number[] = []
let next = 0

function ask(): void {
  const begun = performance.now()
  asked[next++ % asked.length]?.()
  times.push(performance.now() - begun)
  setTimeout(ask, 1)
}

process.on('message', () => {
  process.send?.(latencyOf(times))
  times = []
})
process.on('disconnect', () => process.exit())
ask()
