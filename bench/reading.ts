import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { countsByKind, listed, type Marked } from '../tests/reading/errors.ts'
import { type GoldReport, type Half, halves } from '../tests/reading/gold.ts'
import { readHalf } from '../tests/reading/read-gold.ts'
import { readReport } from '../tests/reading/read-report.ts'
import { type Score, scoreReport, together } from '../tests/reading/score.ts'
import { rows } from '../tests/reading/table.ts'
import { polnear } from './reading/polnear.ts'
import { table } from './table.ts'

const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    folder: { type: 'string' },
    report: { type: 'string' },
    errors: { type: 'boolean', default: false },
    'show-locked': { type: 'boolean', default: false },
    polnear: { type: 'string', default: process.env.HEARSAY_POLNEAR ?? '../shared/data/polnear' },
  },
})

if (values.half !== undefined && !halves.includes(values.half as Half))
  throw new Error(`--half must be one of ${halves.join(', ')}.`)

interface Read {
  readonly report: GoldReport
  readonly score: Score
}

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-reading-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
const asked = halves.filter((half) => values.half === undefined || values.half === half)
const read = asked.flatMap((half) => readHalf(half, scratch).filter(isAsked)).map(scored)
if (read.length === 0) throw new Error('There is no such report, or it is locked: --show-locked shows it.')

console.log(figures())
if (values.errors) for (const half of asked) tellErrors(half)
if (values.report === undefined && values.folder === undefined)
  console.log(`\n${polnear(resolve(values.polnear))}`)

/** A single locked report tells as much as its errors do, so it is only shown to who asks for that. */
function isAsked({ name, half, folder }: GoldReport): boolean {
  if (values.folder !== undefined && folder !== values.folder) return false
  if (values.report === undefined) return true
  return name === values.report && (half !== 'locked' || values['show-locked'])
}

function scored(report: GoldReport): Read {
  return { report, score: scoreReport(report, readReport(report)) }
}

/** A column for each half, and one for both. */
function figures(): string {
  const columns: { name: string; of: readonly Read[] }[] = asked.map((half) => ({
    name: half,
    of: read.filter(({ report }) => report.half === half),
  }))
  if (columns.length > 1) columns.push({ name: 'whole', of: read })
  const scores = columns.map(({ of }) => together(of.map(({ score }) => score)))
  return table(
    ['%', ...columns.map(({ name, of }) => `${name}, ${of.length} reports`)],
    rows.map(({ name, figure }) => [name, ...scores.map(figure)]),
  )
}

function tellErrors(half: Half): void {
  const marked: Marked[] = read
    .filter(({ report }) => report.half === half)
    .map(({ report, score }) => ({ report: `${report.folder}/${report.name}`, marks: score.marks }))
  const isShown = half !== 'locked' || values['show-locked']
  if (isShown) console.log(`\n${marked.flatMap(listed).join('\n')}`)
  console.log(`\nErrors of the ${half} half, by kind:\n${countsByKind(marked).join('\n')}`)
}
