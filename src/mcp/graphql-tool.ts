import { z } from 'zod'
import { toolInput } from './arguments.ts'
import { LONGEST_ANSWER, type Tool } from './tool.ts'
import { errorLines, ToolError } from './tool-error.ts'

/** The most characters of a query. */
const LONGEST_QUERY = 20_000

const input = toolInput({
  query: z
    .string()
    .min(1)
    .max(LONGEST_QUERY)
    .describe('A GraphQL document in which there are queries alone.'),
  variables: z.record(z.string(), z.unknown()).optional().describe('The values of its variables.'),
  operationName: z.string().max(200).optional().describe('Which of its queries, where there are several.'),
})

const output = z.object({
  data: z.record(z.string(), z.unknown()).nullable(),
  errors: z.array(z.looseObject({ message: z.string() })),
})

/** Whatever the other tools do not answer. */
export const graphqlTool: Tool<typeof input, typeof output> = {
  name: 'graphql',
  title: 'A query in GraphQL',
  description:
    'Answers a query in GraphQL, for whatever the other tools do not answer: facets, timelines, agreements, history, counts. ' +
    'It reads and never writes: a document with a mutation or a subscription in it is refused. The schema is the resource ' +
    'hearsay://schema.graphql, which is long; hearsay://schema/Claim has one type of it, and introspection works. ' +
    `At most ${LONGEST_QUERY} characters of query, 15 fields deep; an answer of more than ${LONGEST_ANSWER} characters is ` +
    'refused: ask for pages (first, after) and for few fields.',
  input,
  output,
  async answer(graph, asked) {
    const { data, errors = [] } = await graph.read(asked)
    const known = z.record(z.string(), z.unknown()).nullish().parse(data) ?? null
    if (known === null && errors.length > 0) throw new ToolError(errorLines(errors))
    const text = JSON.stringify({ data: known, ...(errors.length > 0 && { errors }) })
    if (text.length > LONGEST_ANSWER)
      throw new ToolError(
        `The answer has ${text.length} characters, and a tool gives ${LONGEST_ANSWER}. Ask for fewer with first, or for fewer fields.`,
      )
    return { data: { data: known, errors: errors.map((error) => ({ ...error })) }, text }
  },
}
