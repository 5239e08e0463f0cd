import type { Report } from './main.ts'
import { contenders } from './measure/http.ts'
import { count, table } from './table.ts'

/** The report as a table for people, with what each figure ought to be. */
export function formatReport(report: Report): string {
  const { date, machine, graph, http, memory, search, overviews, maintained, imports } = report
  const http_ = http.flatMap(({ question, perSecond, ratio, cpu }) =>
    contenders.map((name) => [
      `${question} ${name}`,
      count(perSecond[name]),
      ratio[name].toFixed(1),
      time(cpu[name]),
      (cpu.naive / cpu[name]).toFixed(1),
      name === 'hearsay' && question !== 'Q3' ? verdict(ratio[name] >= 2, '≥ 2') : '',
    ]),
  )
  const compared = [...search, ...overviews].map(({ what, hearsay, bare, ratio }) => [
    what,
    time(hearsay),
    time(bare),
    ratio.toFixed(2),
    what.includes('snippets') ? '' : verdict(ratio <= 2, '≤ 2'),
  ])
  return [
    `${date}, ${machine.cpus} × ${machine.cpu}, Node ${machine.node}`,
    JSON.stringify(graph),
    table(['requests a second', '', '× naive', 'processor', '× naive', 'target'], http_),
    table(['in process', 'Hearsay', 'bare SQL', 'ratio', 'target'], compared),
    table(
      ['the whole graph', '', 'target'],
      maintained.map(({ what, takes, scans }) => [
        what,
        time(takes),
        verdict(scans.length === 0, 'no scan') + scans.join('; '),
      ]),
    ),
    table(
      ['import', 'statements', 'a second'],
      imports.map(({ what, statements, perSecond }) => [what, count(statements), count(perSecond)]),
    ),
    table(
      ['memory after the load', 'MiB'],
      contenders.map((name) => [name, count(memory[name] / 2 ** 20)]),
    ),
  ].join('\n\n')
}

const verdict = (met: boolean, target: string): string => `${target} ${met ? '✓' : '✗ '}`
const time = (microseconds: number): string =>
  microseconds < 1000 ? `${count(microseconds)} µs` : `${(microseconds / 1000).toFixed(1)} ms`
