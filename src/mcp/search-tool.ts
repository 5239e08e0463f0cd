import { z } from 'zod'
import { nodeTypes } from '../values/vocabulary.ts'
import {
  afterCursor,
  moreLine,
  pageEnd,
  pageInfo,
  pageSize,
  reviewsAsked,
  toolInput,
  withProposed,
} from './arguments.ts'
import { statementFields } from './cited-statement.ts'
import { foundData, foundFields, foundLines, foundNode, tellFound } from './found-node.ts'
import { cutText } from './quoted-text.ts'
import type { Tool } from './tool.ts'
import { readData } from './tool-error.ts'

const query = `
  ${statementFields}
  ${foundFields}
  query SearchTool($text: String!, $types: [NodeType!], $first: Int!, $after: String, $review: [ReviewState!]) {
    search(text: $text, types: $types, first: $first, after: $after, review: $review) {
      searchedFor
      pageInfo { hasNextPage endCursor }
      nodes { snippet node { ...FoundNode } }
    }
  }
`

const data = z.object({
  search: z.object({
    searchedFor: z.string().nullable(),
    pageInfo,
    nodes: z.array(z.object({ snippet: z.string(), node: foundData })),
  }),
})

const searched = nodeTypes.filter((type) => type !== 'ASSESSMENT')

const input = toolInput({
  text: z
    .string()
    .min(1)
    .max(1_000)
    .describe('Words that must all occur; "a phrase" as it stands; prefix* (two letters or more); -without.'),
  types: z.array(z.enum(searched)).max(10).optional().describe('Only nodes of these kinds.'),
  proposed: withProposed,
  first: pageSize(10, 50),
  after: afterCursor,
})

const output = pageEnd.extend({
  searchedFor: z
    .string()
    .nullable()
    .describe('What was searched for: something near, where nothing has all of the text.'),
  hits: z.array(foundNode.extend({ snippet: z.string().describe('The place that matched, **marked**.') })),
})

/** Full-text search. */
export const searchTool: Tool<typeof input, typeof output> = {
  name: 'search',
  title: 'Search the graph',
  description:
    'Full-text search over the names of actors, places and events, and over claims, statements and sources; the best match ' +
    'first. Begin here to find the ids and slugs that the other tools take. At most 50 hits a page.',
  input,
  output,
  async answer(graph, { text, types, proposed, first, after }) {
    const variables = { text, types, first, after, review: reviewsAsked(proposed) }
    const { search } = await readData(graph, { query, variables }, data)
    const { searchedFor, pageInfo: end, nodes } = search
    const hits = nodes.map(({ snippet, node }) => ({
      ...tellFound(node, graph.baseUrl),
      snippet: cutText(snippet),
    }))
    const nothing = hits.length === 0 ? ['Nothing was found.'] : []
    const other = searchedFor !== null && searchedFor !== text ? [`Searched for: ${searchedFor}`] : []
    const lines = [...other, ...hits.map(foundLines), ...nothing, ...moreLine(end)]
    return { data: { searchedFor, hits, ...end }, text: lines.join('\n') }
  },
}
