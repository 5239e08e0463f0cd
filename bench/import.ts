import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { BuiltCommit, builtHere } from './import/commit.ts'
import { dossierOf } from './measure/load.ts'
import { median } from './measure/timing.ts'
import { table } from './table.ts'

/**
 * npm run bench:import -- --against REV: an import in one transaction, here and as another commit does it, by turns. With
 * --db postgres://… instead, by turns into a file and into a new schema of that database.
 */
const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '4000' },
    against: { type: 'string', default: 'HEAD' },
    rounds: { type: 'string', default: '5' },
    db: { type: 'string' },
  },
})

interface Import {
  /** Seconds of the clock, and of the processor. */
  readonly wall: number
  readonly processor: number
}

/** Into a new file, by the command, its start included, which is the same for both. */
function imported(cli: string, folder: string): Import {
  const db = join(folder, 'graph.db')
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true })
  return importedInto(db, cli, folder)
}

/** Into a new schema of a database, which is gone afterwards. The processor's time is that of the command alone. */
async function importedIntoDatabase(url: string): Promise<Import> {
  const address = new URL(url)
  address.searchParams.set('schema', 'hearsay_bench_import')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema if exists hearsay_bench_import cascade')
    return importedInto(address.href, builtHere, folder)
  } finally {
    await client.query('drop schema if exists hearsay_bench_import cascade')
    await client.end()
  }
}

function importedInto(db: string, cli: string, folder: string): Import {
  const begun = performance.now()
  const script = '"$0" "$1" import "$2" --db "$3" > /dev/null && times'
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

type Rounds = readonly { readonly here: Import; readonly other: Import }[]

const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'))
try {
  writeFileSync(join(folder, 'dossier.json'), JSON.stringify(dossierOf(Number(values.statements))))
  if (values.db) report(await measuredOn(values.db), ['PostgreSQL', 'SQLite'])
  else reportAgainst(values.against)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function reportAgainst(revision: string): void {
  const other = new BuiltCommit(revision, folder)
  try {
    report(measured(other.cli), ['here', revision])
  } finally {
    other.remove()
  }
}

/** Of each round the import into a database, and that into a file. */
async function measuredOn(url: string): Promise<Rounds> {
  const rounds: Rounds[number][] = []
  for (let round = 0; round < Number(values.rounds); round++)
    rounds.push({ here: await importedIntoDatabase(url), other: imported(builtHere, folder) })
  return rounds
}

/** Of each round the import here and the other's, whichever came first. */
function measured(other: string): Rounds {
  return Array.from({ length: Number(values.rounds) }, (_, round) => {
    if (round % 2 === 0) return { here: imported(builtHere, folder), other: imported(other, folder) }
    const second = imported(other, folder)
    return { here: imported(builtHere, folder), other: second }
  })
}

function report(rounds: Rounds, names: readonly [string, string]): void {
  const row = (what: string, of: (one: Import) => number) => {
    const here = rounds.map((round) => of(round.here))
    const other = rounds.map((round) => of(round.other))
    const ratio = rounds.map((round) => of(round.here) / of(round.other))
    return [what, ...[here, other, ratio].map((all) => median(all).toFixed(2))]
  }
  const head = [`seconds for ${values.statements} statements`, ...names, 'ratio']
  console.log(table(head, [row('clock', ({ wall }) => wall), row('processor', ({ processor }) => processor)]))
}
