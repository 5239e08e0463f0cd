import { z } from 'zod'
import { reportText } from '../meaning/writing.ts'
import { sourceKinds } from '../values/vocabulary.ts'
import { dateText, nodeName, toolInput } from './arguments.ts'
import { citedSource, citeSource, sourceData, sourceLine } from './cited-source.ts'
import {
  citedStatement,
  citeStatement,
  statementData,
  statementFields,
  statementLines,
} from './cited-statement.ts'
import type { Tool } from './tool.ts'
import { dataOf, ToolError } from './tool-error.ts'
import { problemData, problemFields, refuseWriteProblems } from './write-problems.ts'

/** So many of the proposed statements are told. */
const MOST_TOLD = 20

/** Of text, so that the whole message has room in a request. */
const LONGEST_REPORT = 900_000

const query = `
  ${statementFields}
  mutation ProposeReport($input: ReportInput!, $note: String) {
    readReport(input: $input, note: $note) {
      ${problemFields}
      revision { id }
      statementsProposed
      actorsProposed
      claimsProposed
      source {
        ...CitedSource
        statements(first: ${MOST_TOLD}, filter: { review: [PROPOSED] }) { nodes { ...CitedStatement } }
      }
    }
  }
`

const data = z.object({
  readReport: z.object({
    problems: z.array(problemData),
    revision: z.object({ id: z.string() }).nullable(),
    statementsProposed: z.int(),
    actorsProposed: z.int(),
    claimsProposed: z.int(),
    source: sourceData.extend({ statements: z.object({ nodes: z.array(statementData) }) }).nullable(),
  }),
})

const input = toolInput({
  text: z.string().min(1).max(LONGEST_REPORT).describe(reportText.text),
  title: z.string().max(1_000).optional().describe(reportText.title),
  publisher: nodeName(`${reportText.publisher} Its id or slug.`).optional(),
  kind: z.enum(sourceKinds).optional().describe(reportText.kind),
  url: z.string().max(2_000).optional().describe(reportText.url),
  language: z.string().max(100).optional().describe(reportText.language),
  publishedAt: dateText(reportText.publishedAt),
  note: z.string().max(1_000).optional().describe('Why it is proposed. It stands in the history.'),
})

const output = z.object({
  revision: z.string().nullable().describe('Null where the graph knew the report already.'),
  statementsProposed: z.int(),
  actorsProposed: z.int(),
  claimsProposed: z.int(),
  source: citedSource,
  statements: z
    .array(citedStatement)
    .describe(`What is proposed of it and not yet reviewed: the first ${MOST_TOLD}.`),
})

/** Reads a report, stores it, and proposes what it says. */
export const proposeReportTool: Tool<typeof input, typeof output> = {
  name: 'propose_report',
  title: 'Propose a report',
  description:
    'Stores a report as a source, and proposes the statements that are found in it by rules, for a person to review. What is ' +
    'proposed counts nowhere until a person has accepted it; this tool accepts nothing. A report that is known already is not ' +
    `stored again. English, Russian or Ukrainian; at most ${LONGEST_REPORT} characters. It needs the role EDITOR.`,
  input,
  output,
  async answer(graph, { note, ...report }) {
    const answer = await graph.write({ query, variables: { input: report, note } })
    const { readReport } = dataOf(answer, data)
    const { problems, source, revision, ...counts } = readReport
    refuseWriteProblems(problems)
    if (!source) throw new ToolError('The report was not stored.')
    const { statements: page, ...stored } = source
    const cited = citeSource(stored, graph.baseUrl)
    const statements = page.nodes.map((one) => citeStatement(one, graph.baseUrl))
    const head = revision
      ? `Stored as ${sourceLine(cited)}. Proposed for review: ${counts.statementsProposed} statements, ` +
        `${counts.claimsProposed} claims, ${counts.actorsProposed} actors.`
      : `The graph knows it already, as ${sourceLine(cited)}. Nothing was changed.`
    return {
      data: { ...counts, revision: revision?.id ?? null, source: cited, statements },
      text: [head, ...statements.map(statementLines)].join('\n'),
    }
  },
}
