import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { syntheticGraph } from './generate.ts'
import { builtHere } from './import/commit.ts'
import { median } from './measure/timing.ts'
import { count, table } from './table.ts'

/**
 * npm run bench:load -- --statements 100000: an import of a graph's export as JSON lines, and a loader that copies the same rows
 * (`bench/load/bare.ts`), by turns and each in a process of its own.
 */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
  },
})

const kinds = ['bare', 'hearsay'] as const
type Kind = (typeof kinds)[number]

/** What `bench/load/run.ts` prints. */
interface Run {
  readonly rows: number | null
  /** Seconds. */
  readonly clock: number
  readonly processor: number
  /** The most that was resident, in MiB. */
  readonly memory: number
}

const script = fileURLToPath(new URL('./load/run.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hearsay-load-'))
try {
  report(measured(syntheticGraph({ statements: Number(values.statements), seed: Number(values.seed) })))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The runs of each kind: of every round the other comes first. */
function measured(graph: string): Record<Kind, Run[]> {
  const dossier = join(folder, 'graph.jsonl')
  execFileSync(process.execPath, [builtHere, 'export', dossier, '--db', graph])
  const runs: Record<Kind, Run[]> = { bare: [], hearsay: [] }
  for (let round = 0; round < Number(values.rounds); round++)
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed())
      runs[kind].push(loaded(kind, kind === 'bare' ? graph : dossier))
  return runs
}

function loaded(kind: Kind, from: string): Run {
  const to = join(folder, `${kind}.db`)
  try {
    return JSON.parse(execFileSync(process.execPath, [script, kind, from, to], { encoding: 'utf8' }))
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(to + end, { force: true })
  }
}

function report({ bare, hearsay }: Record<Kind, Run[]>): void {
  const rows = bare[0]?.rows ?? 0
  const row = (what: string, of: (run: Run) => number, show: (value: number) => string) => {
    const [theirs, ours] = [median(bare.map(of)), median(hearsay.map(of))]
    return [what, show(theirs), show(ours), (ours / theirs).toFixed(2)]
  }
  const seconds = (value: number) => value.toFixed(1)
  const statements = Number(values.statements)
  console.log(`${count(statements)} statements, ${count(rows)} rows`)
  console.log(
    table(
      ['', 'bare', 'hearsay', 'ratio'],
      [
        row('seconds of the processor', ({ processor }) => processor, seconds),
        row('seconds of the clock', ({ clock }) => clock, seconds),
        row('rows a second of the processor', ({ processor }) => rows / processor, count),
        row('rows a second of the clock', ({ clock }) => rows / clock, count),
        row('most memory, MiB', ({ memory }) => memory, count),
      ],
    ),
  )
}
