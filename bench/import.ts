import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BuiltCommit, builtHere } from './import/commit.ts'
import { dossierOf } from './measure/load.ts'
import { median } from './measure/timing.ts'
import { table } from './table.ts'

/** npm run bench:import -- --against REV: an import in one transaction, here and as another commit does it, by turns. */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '4000' },
    against: { type: 'string', default: 'HEAD' },
    rounds: { type: 'string', default: '5' },
  },
})

interface Import {
  /** Seconds of the clock, and of the processor. */
  readonly wall: number
  readonly processor: number
}

/** Into a new graph, by the command, its start included, which is the same for both. */
function imported(cli: string, folder: string): Import {
  const db = join(folder, 'graph.db')
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true })
  const begun = performance.now()
  const script = '"$0" "$1" import "$2" --db "$3" > "$3.out" && times'
  const given = [process.execPath, cli, join(folder, 'dossier.json'), db]
  const times = execFileSync('sh', ['-c', script, ...given], { encoding: 'utf8' })
  const wall = (performance.now() - begun) / 1_000
  // The second line is of what the shell has run: 0m1.250s 0m0.120s, of the user and of the system.
  const [, own = ''] = times.trim().split('\n')
  const parts = [...own.matchAll(/(\d+)m([\d.]+)s/g)]
  const processor = parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
  return { wall, processor }
}

const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'))
try {
  writeFileSync(join(folder, 'dossier.json'), JSON.stringify(dossierOf(Number(values.statements))))
  const other = new BuiltCommit(values.against, folder)
  try {
    report(measured(other.cli))
  } finally {
    other.remove()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Of each round the import here and the other's, whichever came first. */
function measured(other: string): readonly { readonly here: Import; readonly other: Import }[] {
  return Array.from({ length: Number(values.rounds) }, (_, round) => {
    if (round % 2 === 0) return { here: imported(builtHere, folder), other: imported(other, folder) }
    const second = imported(other, folder)
    return { here: imported(builtHere, folder), other: second }
  })
}

function report(rounds: ReturnType<typeof measured>): void {
  const row = (what: string, of: (one: Import) => number) => {
    const here = rounds.map((round) => of(round.here))
    const other = rounds.map((round) => of(round.other))
    const ratio = rounds.map((round) => of(round.here) / of(round.other))
    return [what, ...[here, other, ratio].map((all) => median(all).toFixed(2))]
  }
  const head = [`seconds for ${values.statements} statements`, 'here', values.against, 'ratio']
  console.log(table(head, [row('clock', ({ wall }) => wall), row('processor', ({ processor }) => processor)]))
}
