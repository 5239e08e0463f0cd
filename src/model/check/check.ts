import type { ImmediateEngine } from '../../sql/engine.ts'
import { type Finding, FindingCounts } from '../../sql/finding.ts'
import { noteWrongColumns } from './columns.ts'
import { derivedFindings } from './derived.ts'
import { noteJournal } from './journal.ts'
import { noteBrokenRules } from './rules.ts'

const unreadable: ReadonlySet<string> = new Set(['file', 'tables', 'views', 'functions'])

/**
 * Everything that is wrong with a graph: damage to its database; what is derived and is not what its definition comes to; what
 * breaks a rule; and where the journal and the graph tell different stories. Empty where all is well. It writes nothing, and
 * writers need not wait for it.
 */
export function checkGraph(engine: ImmediateEngine): Finding[] {
  const faults = engine.faults()
  // What is read off damaged pages, or without a column, would be told as much more than is wrong.
  if (faults.some(({ where }) => unreadable.has(where))) return faults
  const counts = new FindingCounts()
  engine.snapshot(() => {
    noteBrokenRules(engine, counts)
    noteWrongColumns(engine, counts)
    noteJournal(engine, counts)
  })
  return [...faults, ...derivedFindings(engine), ...counts.all()]
}
