import { count } from '../../table.ts'
import type { Report } from '../main.ts'
import type { Failed, Race } from '../measure/contest.ts'
import type { Series } from '../measure/series.ts'
import { digits, mebibytes, spread, time } from './figures.ts'
import type { Section } from './format.ts'
import { measuredOf, targetsOf } from './targets.ts'

/** The report in the order in which it is read: what is to be reached, then the figures behind it. */
export const sectionsOf = (report: Report): Section[] =>
  [
    summary(report),
    ...report.contest.races.map(raced),
    memory(report),
    beside(report),
    ...report.growth.map(growth),
    ...report.processes.map(ofProcesses),
  ].filter(({ rows, notes }) => rows.length > 0 || notes.length > 1)

function summary(report: Report): Section {
  const { date, command, machine, load, graph, contest } = report
  const cores = machine.isPinned
    ? 'The server has one core and the load another (PostgreSQL has the core of its server).'
    : 'NOT PINNED: the server and the load share all cores, as taskset or a second core is not to be had.'
  return {
    title: 'Beside its peers',
    notes: [
      `${date} UTC, \`${command}\`.`,
      `${machine.cores} × ${machine.cpu}, ${mebibytes(machine.memory)} MiB, ${machine.system}; load before the first turn ${digits(machine.load)}. ${cores}`,
      Object.entries(machine.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
      `A graph of ${graph.map(({ type, nodes }) => `${count(nodes)} ${type}s`).join(', ')}. ${load.connections} connections, rounds of ${load.seconds} s by turns, ${load.rounds} in all; medians of the rounds, the least and the most in brackets.`,
      ...Object.entries(contest.leftOut).map(([name, why]) => `Left out: ${name} (${why}).`),
    ],
    head: ['to reach', 'target', 'reached', ''],
    rows: targetsOf(report).map(({ what, due, reached, isMet }) => [what, due, reached, isMet ? '✓' : '✗']),
  }
}

function raced({ question, shown, missing }: Race): Section {
  const [[first, { perSecond: base }] = ['', { perSecond: { median: 1 } }]] = Object.entries(shown)
  return {
    title: question,
    notes: Object.entries(missing).map(([name, why]) => `${name}: — (${why}).`),
    head: ['', 'requests a second', `× ${first}`, 'processor', 'p50, ms', 'p99, ms'],
    rows: Object.entries(shown).map(([name, { perSecond, cpu, p50, p99 }]) => [
      name,
      spread(perSecond),
      digits(perSecond.median / base.median),
      spread(cpu, time),
      spread(p50),
      spread(p99),
    ]),
  }
}

const memory = ({ contest }: Report): Section => ({
  title: 'Memory after the load',
  notes: ['MiB; pages of the graph that several have mapped count for each in part.'],
  head: ['', 'its own', 'with what is mapped'],
  rows: Object.entries(contest.memory).map(([name, { own, memory }]) => [
    name,
    mebibytes(own),
    mebibytes(memory),
  ]),
})

const beside = ({ contest }: Report): Section => ({
  title: "Q3's p99 beside a heavy question",
  notes: notesOn(
    contest.beside,
    'Hearsay, while one further client asks the heavy question again and again.',
  ),
  head: ['heavy', 'it takes, ms', 'p99 idle, ms', 'p99 beside it, ms', '×'],
  rows: measuredOf(contest.beside).map((one) => [
    one.heavy,
    spread(one.took),
    spread(one.idle),
    spread(one.beside),
    spread(one.ratio),
  ]),
})

/** Processor time at each size, and what else there is to tell of a question. */
const seriesTable = (
  all: readonly Series[],
  last: string,
  tell: (series: Series) => string,
): Pick<Section, 'head' | 'rows'> => ({
  head: ['', ...(all[0]?.steps ?? []).map(({ size }) => count(size)), last],
  rows: all.map((series) => [
    series.question,
    ...series.steps.map(({ measured }) => spread(measured.cpu, time)),
    tell(series),
  ]),
})

const growth = ({ name, measured: figures }: Report['growth'][number]): Section => ({
  title: `As the graph grows: ${name}`,
  notes: notesOn(figures, 'Processor time of a request, by the number of statements.'),
  ...seriesTable(measuredOf(figures), 'last × first', ({ ratio }) => digits(ratio)),
})

const ofProcesses = ({ name, measured: figures }: Report['processes'][number]): Section => ({
  title: `Of several processes: ${name}`,
  notes: notesOn(figures, 'Processor time of a request, by how many processes share the load.'),
  ...seriesTable(measuredOf(figures), 'requests a second', ({ steps }) =>
    steps.map(({ measured }) => digits(measured.perSecond.median)).join(', '),
  ),
})

const notesOn = (figures: readonly unknown[] | Failed, what: string): string[] =>
  'failed' in figures ? [what, `Not measured: ${figures.failed}.`] : [what]
