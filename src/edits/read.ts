import { requireText } from '../reports/formats/require-text.ts'
import { ReportWriter } from '../reports/writing/write.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { UserError } from '../values/errors.ts'
import { sourceKinds } from '../values/vocabulary.ts'
import { lineProblems } from './line-texts.ts'
import { invalid, Refusal, refuseProblems } from './refusal.ts'
import type { ReadRequest, WriteResult } from './request.ts'
import { editTools } from './tools.ts'
import { UnknownNodes } from './unknown-nodes.ts'

const writers = new WeakMap<ImmediateEngine, ReportWriter>()

/** Stores a report as a source, and proposes what it says. A text that is known already is not read again. */
export function readReport(engine: ImmediateEngine, { by, note, report }: ReadRequest): WriteResult {
  const { publishedAt, publisher, kind, ...rest } = report
  if (report.text.trim() === '')
    throw new Refusal([invalid(['input', 'text'], 'text: is empty: there is nothing to read.')])
  refuseProblems(lineProblems(report, ['input']))
  const writer = writers.get(engine) ?? new ReportWriter(engine)
  writers.set(engine, writer)
  const { finder, later } = editTools(engine)
  const given = requireText({
    ...rest,
    published: publishedAt,
    publisher: publisher === undefined ? undefined : publisherSlug(engine, publisher),
    kind: sourceKinds.find((one) => one === kind),
  })
  const { source, revision } = writer.write(given, { by, note })
  const known = finder.find(['SOURCE'], source)
  if (!known) throw new UserError('The report was stored and is gone again.')
  const made = revision === null ? [] : later.nodesBefore(revision)
  const others = made.filter(({ type }) => type !== 'SOURCE').map(({ type, id }) => ({ type, key: id }))
  return { revision, nodes: [{ type: 'SOURCE', key: known.key }, ...others], problems: [] }
}

function publisherSlug(engine: ImmediateEngine, publisher: string): string {
  const found = editTools(engine).finder.find(['ACTOR'], publisher)
  if (found) return found.slug
  throw new Refusal([new UnknownNodes(engine).problem(['ACTOR'], publisher, ['input', 'publisher'])])
}
