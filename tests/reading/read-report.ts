import { NameStore } from '../../src/model/entity/name-store.ts'
import { type Proposal, propose } from '../../src/reports/proposing/propose.ts'
import { outermostFirst } from '../../src/reports/writing/chain.ts'
import { ReportWriter } from '../../src/reports/writing/write.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { openWriter } from '../engine.ts'
import type { GoldReport } from './gold.ts'
import type { Prediction } from './prediction.ts'
import { bare, key } from './spans.ts'
import { type WrittenRow, writtenRows } from './written-rows.ts'

/** Reads a report as `hearsay read` does, looks at what stands in the graph then, and leaves it as it was. */
export function readReport(report: GoldReport): Prediction[] {
  const connection = openWriter(report.graph.file)
  try {
    return undone(connection, () => grouped(report.text, written(connection, report)))
  } finally {
    connection.close()
  }
}

/** What work gives whose writing is undone. */
function undone<T>(connection: ImmediateEngine, work: () => T): T {
  const results: T[] = []
  const end = new Error('All of it is undone.')
  try {
    connection.together(() => {
      results.push(work())
      throw end
    })
  } catch (error) {
    if (error !== end) throw error
  }
  return results[0] as T
}

type Written = readonly [Proposal, WrittenRow]

/** What was proposed has the places of cues, which the graph does not keep; what was written has everything else. */
function written(connection: ImmediateEngine, { name, text, written }: GoldReport): Written[] {
  const { title, publisher, published } = written
  const writer = new ReportWriter(connection)
  // A publisher whom the graph does not know is there before the report is read: the proposals must know it as well.
  if (publisher) writer.write({ id: 'before', text: 'Before.', publisher })
  const { proposals } = propose(text, new NameStore(connection), { published })
  const { source, statements } = writer.write({ id: name, text, title, publisher, published })
  const rows = writtenRows(connection, source)
  const order = outermostFirst(proposals)
  const pairs = rows.map((row, index): Written => [proposals[order[index] as number] as Proposal, row])
  if (statements !== proposals.length || pairs.some(([proposal, row]) => proposal.text !== row.text))
    throw new Error(`${name}: what was written is not what was proposed.`)
  return pairs
}

/** Statements of the same words are one attribution. */
function grouped(text: string, all: readonly Written[]): Prediction[] {
  const groups = new Map<string, [Written, ...Written[]]>()
  for (const one of all) {
    const words = [one[0].cueSpans, one[0].contentSpans].map(key).join(' ')
    const group = groups.get(words)
    if (group) group.push(one)
    else groups.set(words, [one])
  }
  return [...groups.values()].map((group) => predictionOf(text, group))
}

function predictionOf(text: string, group: readonly [Written, ...Written[]]): Prediction {
  const [[proposal, row]] = group
  const rows = group.map(([, one]) => one)
  return {
    source: bare(text, proposal.sourceSpans),
    cue: proposal.cueSpans,
    content: bare(text, proposal.contentSpans),
    speakers: rows.map(({ speaker }) => speaker),
    onBehalfOf: rows.find(({ onBehalfOf }) => onBehalfOf)?.onBehalfOf,
    addressee: row.addressee,
    about: [...new Set(rows.flatMap(({ about }) => about))],
    saidAt: row.saidAt,
    act: row.act,
    stance: row.stance,
    certainty: row.certainty,
    claim: rows.find(({ claim }) => claim)?.claim,
    isNested: proposal.via !== undefined,
  }
}
