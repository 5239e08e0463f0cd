/** Hearsay beside its peers: see bench/README.md. */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { openReadConnection } from '../../src/sql/sqlite/connection.ts'
import { syntheticGraph } from '../generate.ts'
import type { Question } from '../question.ts'
import { type Contender, contenders, growable, manyProcesses } from './contenders.ts'
import { machineOf } from './machine.ts'
import { contest, unlessFailed } from './measure/contest.ts'
import { measureGrowth, measureProcesses } from './measure/growth.ts'
import { pinMyself } from './pin.ts'
import { eightQuestions } from './questions.ts'
import { inMarkdown, onTerminal } from './report/format.ts'
import { sectionsOf } from './report/sections.ts'
import { writeResults } from './report/write.ts'

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    db: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
    contenders: { type: 'string', default: contenders.join() },
    growth: { type: 'string', default: '10000,100000' },
    processes: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const statements = Number(values.statements)
const seed = Number(values.seed)
const load = { rounds: Number(values.rounds), seconds: Number(values.seconds), connections: 16 }

// So that what was started is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const report = await measure()
const sections = sectionsOf(report)
console.log(values.json ? JSON.stringify(report, null, 2) : onTerminal(sections))
if (values.write) writeResults(inMarkdown(sections))

export type Report = Awaited<ReturnType<typeof measure>>

async function measure() {
  const path = values.db ?? syntheticGraph({ statements, seed })
  // After the graph, which may take all there is.
  pinMyself()
  const { db } = openReadConnection(path)
  const busy = loadavg()[0] ?? 0
  const questions = chosen(eightQuestions(db), ({ name }) => name, values.only)
  const taking = chosen(contenders, (name) => name, values.contenders)
  const growing = values.db ? [] : taking.filter((name) => growable.includes(name))
  const sizes = sizesUpTo(statements, values.growth)
  const counts = values.processes.split(',').map(Number)
  return {
    date: new Date().toISOString().slice(0, 16),
    command: [
      'npm run bench:peers',
      ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
    ].join(' '),
    graph: db.prepare('select lower(type) as type, nodes from size order by nodes desc').all() as GraphSize[],
    load,
    contest: await contest({ path, db }, taking, questions, load, counts[0]),
    growth: sizes.length > 1 ? await growths(growing, sizes, questions) : [],
    processes: counts.length > 1 ? await ofProcesses(taking, counts, path, questions) : [],
    // Last, as versions are known once what was missing is installed.
    machine: machineOf(db, busy),
  }
}

/** Of one contender after the other. */
async function growths(
  growing: readonly Contender[],
  sizes: readonly number[],
  questions: readonly Question[],
) {
  const all = []
  for (const name of growing)
    all.push({ name, measured: await unlessFailed(measureGrowth(name, sizes, seed, questions, load)) })
  return all
}

/** Of those several processes of which can answer from one database. */
async function ofProcesses(
  taking: readonly Contender[],
  counts: readonly number[],
  path: string,
  questions: readonly Question[],
) {
  const all = []
  for (const name of taking.filter((one) => manyProcesses.includes(one)))
    all.push({ name, measured: await unlessFailed(measureProcesses(name, counts, path, questions, load)) })
  return all
}

/** The sizes that are asked for, as far as they are less than the graph's, and the graph's. */
function sizesUpTo(most: number, asked: string): number[] {
  const smaller = asked.split(',').map(Number)
  return [...smaller.filter((size) => size > 0 && size < most), most].sort((a, b) => a - b)
}

interface GraphSize {
  readonly type: string
  readonly nodes: number
}

/** Those of all that are named, separated by commas; all where nothing is named. */
function chosen<T>(all: readonly T[], nameOf: (one: T) => string, named: string | undefined): T[] {
  const wanted = named?.toLowerCase().split(',')
  const unknown = wanted?.find((name) => !all.some((one) => nameOf(one).toLowerCase() === name))
  if (unknown !== undefined) throw new Error(`There is no “${unknown}”, only ${all.map(nameOf).join(', ')}.`)
  return all.filter((one) => !wanted || wanted.includes(nameOf(one).toLowerCase()))
}
