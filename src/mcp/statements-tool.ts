import { z } from 'zod'
import { speechActs, stances } from '../values/vocabulary.ts'
import {
  afterCursor,
  asOfDate,
  dateText,
  moreLine,
  nodeNames,
  pageEnd,
  pageInfo,
  pageSize,
  reviewsAsked,
  toolInput,
  withProposed,
} from './arguments.ts'
import {
  citedStatement,
  citeStatement,
  statementData,
  statementFields,
  statementLines,
} from './cited-statement.ts'
import type { Tool } from './tool.ts'
import { readData } from './tool-error.ts'

const query = `
  ${statementFields}
  query StatementsTool($filter: StatementFilter!, $first: Int!, $after: String) {
    statements(filter: $filter, first: $first, after: $after, orderBy: SAID_DESC) {
      pageInfo { hasNextPage endCursor }
      boundedCount { count isExact }
      nodes { ...CitedStatement }
    }
  }
`

const data = z.object({
  statements: z.object({
    pageInfo,
    boundedCount: z.object({ count: z.int(), isExact: z.boolean() }),
    nodes: z.array(statementData),
  }),
})

const input = toolInput({
  speaker: nodeNames('Ids or slugs of actors: only what they have said themselves.'),
  onBehalfOf: nodeNames(
    'Ids or slugs of actors: only what they, or others who speak for them, have said. A minister speaks for the state.',
  ),
  about: nodeNames('Ids or slugs of actors, events and places: only what is about them.'),
  addressee: nodeNames('Ids or slugs of actors: only what was said to them.'),
  claim: nodeNames('Ids or slugs of claims: only what speaks to them.'),
  event: nodeNames('Ids or slugs of events: only what speaks to claims about them.'),
  source: nodeNames('Ids or slugs of sources: only what stands in them.'),
  publisher: nodeNames('Ids or slugs of actors: only what stands in what they have published.'),
  stance: z.array(z.enum(stances)).max(3).optional().describe('Only these stances on a claim.'),
  act: z.array(z.enum(speechActs)).max(30).optional().describe('Only what does this by saying it.'),
  text: z.string().min(1).max(1_000).optional().describe('Only what has these words.'),
  from: dateText('Only what may have been said then or later.'),
  until: dateText('Only what may have been said then or earlier.'),
  asOf: asOfDate,
  proposed: withProposed,
  first: pageSize(20, 50),
  after: afterCursor,
})

const output = pageEnd.extend({
  count: z.int().describe('How many there are on all pages.'),
  isExact: z
    .boolean()
    .describe('Whether there are no more than count says: beyond 10,000 nothing is counted.'),
  statements: z.array(citedStatement),
})

/** Who said what about whom. */
export const statementsTool: Tool<typeof input, typeof output> = {
  name: 'statements',
  title: 'Who said what about whom',
  description:
    'Statements, the latest first, by who said them, on whose behalf, about whom, to whom, to which claim, in which source and ' +
    'when; each with its exact words and its source. Several arguments narrow it down; several values of one widen it. ' +
    'At most 50 statements a page.',
  input,
  output,
  async answer(graph, { speaker: by, from, until, proposed, first, after, ...same }) {
    const said = from || until ? { from, until } : undefined
    const filter = { by, said, review: reviewsAsked(proposed), ...same }
    const { statements: page } = await readData(graph, { query, variables: { filter, first, after } }, data)
    const statements = page.nodes.map((one) => citeStatement(one, graph.baseUrl))
    const { count, isExact } = page.boundedCount
    const head = isExact ? `Statements: ${count}` : `Statements: more than ${count}`
    const text = [head, ...statements.map(statementLines), ...moreLine(page.pageInfo)].join('\n')
    return { data: { count, isExact, statements, ...page.pageInfo }, text }
  },
}
