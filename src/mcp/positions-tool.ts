import { z } from 'zod'
import { sides } from '../values/vocabulary.ts'
import {
  afterCursor,
  asOfDate,
  moreLine,
  nodeName,
  pageEnd,
  pageInfo,
  pageSize,
  toolInput,
} from './arguments.ts'
import {
  citedStatement,
  citeStatement,
  statementData,
  statementFields,
  statementLines,
} from './cited-statement.ts'
import { claimData, claimFields, claimHead, claimLines, tellClaim } from './claim-head.ts'
import { nameAndSlug, namedNode } from './named.ts'
import type { Tool } from './tool.ts'
import { readData, refuseMissing } from './tool-error.ts'

const query = `
  ${statementFields}
  ${claimFields}
  query PositionsTool($claim: ID!, $asOf: EDTF, $side: [Side!], $first: Int!, $after: String) {
    claim(id: $claim) {
      ...ClaimHead
      positionPage(first: $first, after: $after, asOf: $asOf, side: $side) {
        pageInfo { hasNextPage endCursor }
        nodes { stance certainty side changed actor { ...NamedEntity } statement { ...CitedStatement } }
      }
    }
  }
`

const positionData = z.object({
  actor: namedNode,
  stance: z.string(),
  certainty: z.string(),
  side: z.string(),
  changed: z.boolean(),
  statement: statementData,
})
const data = z.object({
  claim: claimData.extend({ positionPage: z.object({ pageInfo, nodes: z.array(positionData) }) }).nullable(),
})

const input = toolInput({
  claim: nodeName('The id or slug of the claim, such as claim_17.'),
  side: z
    .array(z.enum(sides))
    .max(3)
    .optional()
    .describe('Only positions on these sides: who denies without being certain DOUBTS.'),
  asOf: asOfDate,
  first: pageSize(50, 100),
  after: afterCursor,
})

const position = positionData.extend({
  changed: z.boolean().describe('Whether the actor took another stance before.'),
  statement: citedStatement.describe('The latest statement, which sets the position.'),
})
const output = pageEnd.extend({ claim: claimHead, positions: z.array(position) })

/** Who stands where on a claim. */
export const positionsTool: Tool<typeof input, typeof output> = {
  name: 'positions',
  title: 'Positions on a claim',
  description:
    'Who affirms, denies or doubts a claim, each with the statement that says so, in its exact words and with its source; and ' +
    'how the claim stands, by who says what, and what fact-checkers concluded. At most 100 positions a page.',
  input,
  output,
  async answer(graph, { claim: id, ...asked }) {
    const variables = { claim: id, ...asked }
    const { claim } = await readData(graph, { query, variables }, data)
    if (!claim) return refuseMissing(graph, id, 'claim')
    const { positionPage, ...known } = claim
    const head = tellClaim(known, graph.baseUrl)
    const { pageInfo: end, nodes } = positionPage
    const positions = nodes.map((one) => ({ ...one, statement: citeStatement(one.statement, graph.baseUrl) }))
    const lines = positions.map(
      ({ actor, side, certainty, changed, statement }) =>
        `${nameAndSlug(actor)}: ${side} (${certainty})${changed ? ', and took another stance before' : ''}\n` +
        statementLines(statement),
    )
    const nobody = positions.length === 0 ? ['Nobody has taken such a position.'] : []
    const text = [claimLines(head), ...lines, ...nobody, ...moreLine(end)].join('\n')
    return { data: { claim: head, positions, ...end }, text }
  },
}
