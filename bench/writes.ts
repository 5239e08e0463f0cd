import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { transact } from '../src/model/transact.ts'
import { type Connection, openWriter } from '../src/sql/sqlite/connection.ts'
import { syntheticGraph } from './generate.ts'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    /** Where the files are: what is measured is the disk that they are on. */
    folder: { type: 'string', default: tmpdir() },
  },
})

/**
 * What it costs that a power cut takes nothing that was acknowledged: transactions of one statement each, a second, without
 * and with the disk's word for each. Both by turns in one run, on copies of one graph.
 */
function measure(): void {
  const folder = mkdtempSync(join(values.folder, 'hearsay-writes-'))
  try {
    const graph = syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })
    const writers = [false, true].map((durable) => {
      const path = join(folder, `${durable}.db`)
      copyFileSync(graph, path)
      return openWriter(path, { durable })
    })
    const rounds = Array.from({ length: Number(values.rounds) }, (_, round) =>
      writers.map((writer) => perSecond(writer, `round-${round}`)),
    )
    for (const writer of writers) writer.close()
    report(rounds)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function perSecond(writer: Connection, round: string): number {
  const { source, speaker } = writer.db
    .prepare<[], { source: number; speaker: number }>(
      'select (select min(id) from source) as source, (select min(id) from actor) as speaker',
    )
    .get() ?? { source: 0, speaker: 0 }
  const end = performance.now() + Number(values.seconds) * 1000
  let written = 0
  for (; performance.now() < end; written++)
    transact(writer, { by: null, action: 'RECORD' }, ({ statements }) =>
      statements.put({
        slug: `${round}-${written}`,
        source,
        speaker,
        text: 'We did not do it.',
        quoteType: 'DIRECT',
        act: 'DENY',
      }),
    )
  return written / Number(values.seconds)
}

function report(rounds: readonly (readonly number[])[]): void {
  const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
  const [normal, full] = [0, 1].map((index) => median(rounds.map((round) => round[index] ?? 0)))
  const ratio = median(rounds.map(([without = 1, durable = 0]) => durable / without))
  console.log(
    `transactions a second: ${normal?.toFixed(0)} without the disk's word, ${full?.toFixed(0)} with it`,
  )
  console.log(`with it ${ratio.toFixed(2)} times as many (the median of ${rounds.length} rounds)`)
}

measure()
