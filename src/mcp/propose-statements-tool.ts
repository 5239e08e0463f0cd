import { z } from 'zod'
import { nodeName, toolInput } from './arguments.ts'
import { statementFields } from './cited-statement.ts'
import { foundData, foundFields, foundNode, tellFound } from './found-node.ts'
import { newActor, newClaim, newSource, newStatement } from './proposed-items.ts'
import type { Tool } from './tool.ts'
import { dataOf, ToolError } from './tool-error.ts'
import { problemData, problemFields, refuseWriteProblems } from './write-problems.ts'

// Without onlyNew a slug that is taken would name a node to be changed.
const query = `
  ${statementFields}
  ${foundFields}
  mutation ProposeStatements($input: RecordInput!, $note: String) {
    record(input: $input, note: $note, onlyNew: true) {
      ${problemFields}
      revision { id }
      nodes { ...FoundNode }
    }
  }
`

const data = z.object({
  record: z.object({
    problems: z.array(problemData),
    revision: z.object({ id: z.string() }).nullable(),
    nodes: z.array(foundData),
  }),
})

const input = toolInput({
  source: nodeName('The id or slug of the source in which all of them stand.').optional(),
  newSource: newSource.optional().describe('That source, where the graph does not have it.'),
  newActors: z.array(newActor).max(20).optional().describe('Actors that the graph does not have.'),
  newClaims: z.array(newClaim).max(20).optional().describe('Claims that the graph does not have.'),
  statements: z.array(newStatement).min(1).max(50).describe('1 to 50 statements.'),
  note: z.string().max(1_000).optional().describe('Why they are proposed. It stands in the history.'),
})

const output = z.object({
  revision: z.string(),
  nodes: z
    .array(foundNode.omit({ standing: true, source: true, statement: true }))
    .describe(
      'What was proposed: the source, actors, claims and statements, each by the beginning of its name.',
    ),
})
type ProposedNode = z.output<typeof output>['nodes'][number]

/** Whoever proposes has the whole of it: so much of each name tells which it is. */
const LONGEST_NAME = 100

/** The arguments of this tool by what the API calls them. */
const argumentNames = { actors: 'newActors', claims: 'newClaims', 'sources.0': 'newSource' }

/** Nobody but a person accepts. */
const proposed = { review: 'PROPOSED' } as const

/** Writes down statements that a person shall review. */
export const proposeStatementsTool: Tool<typeof input, typeof output> = {
  name: 'propose_statements',
  title: 'Propose statements for review',
  description:
    'Writes down statements of one source, with the actors and claims that they need, for a person to review. Search first: ' +
    'use the actors and claims that are there. All of it is PROPOSED and counts nowhere until a person has accepted it; nothing ' +
    'that is there is changed, and a slug that is taken is refused. All of it is written, or nothing. At most 50 statements. ' +
    'It needs the role EDITOR.',
  input,
  output,
  async answer(graph, args) {
    const { note, statements, newActors: actors = [], newClaims: claims = [] } = args
    const source = sourceOf(args)
    const items = {
      ...(args.newSource && { sources: [args.newSource] }),
      actors: actors.map((one) => ({ ...one, ...proposed })),
      claims: claims.map((one) => ({ ...one, ...proposed })),
      statements: statements.map((one) => ({ ...one, source, ...proposed })),
    }
    const answer = await graph.write({ query, variables: { input: items, note } })
    const { record } = dataOf(answer, data)
    refuseWriteProblems(record.problems, argumentNames)
    if (!record.revision) throw new ToolError('Nothing was proposed.')
    const nodes = record.nodes.map((one) => {
      const { name, ...node } = tellFound(one, graph.baseUrl)
      return { ...node, name: name.slice(0, LONGEST_NAME) }
    })
    const text = [`Proposed for review, in ${record.revision.id}:`, ...nodes.map(proposedLine)].join('\n')
    return { data: { revision: record.revision.id, nodes }, text }
  },
}

const proposedLine = ({ id, slug, type, name, link }: ProposedNode): string =>
  `- ${type} ${id}${slug ? ` (${slug})` : ''}: ${name}${link ? `; ${link}` : ''}`

/** The one source, by either of its two arguments. */
function sourceOf({ source, newSource: made }: z.output<typeof input>): string {
  const named = source ?? made?.slug
  if (named === undefined || (source && made))
    throw new ToolError(
      'Give source, the id or slug of a source that is there, or newSource: one of the two.',
    )
  return named
}
