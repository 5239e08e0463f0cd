import { z } from 'zod'
import { linkTypes } from '../values/vocabulary.ts'
import { asOfDate, nodeName, pageSize, toolInput } from './arguments.ts'
import { statementFields } from './cited-statement.ts'
import { foundData, foundFields, foundLines, foundNode, tellFound } from './found-node.ts'
import { nameAndSlug, namedNode } from './named.ts'
import type { Tool } from './tool.ts'
import { readData } from './tool-error.ts'

/** So much of the evidence of each link is told. */
const MOST_EVIDENCE = 3

const query = `
  ${statementFields}
  ${foundFields}
  query PathsTool($from: ID!, $to: ID!, $maxLength: Int!, $first: Int!, $through: [LinkType!], $asOf: EDTF) {
    paths(from: $from, to: $to, maxLength: $maxLength, first: $first, through: $through, asOf: $asOf) {
      length
      nodes { ...NamedEntity }
      links {
        type role evidenceCount agree conflict
        from { ...NamedEntity }
        to { ...NamedEntity }
        evidence { ...FoundNode }
      }
    }
  }
`

const linkData = z.object({
  type: z.string(),
  role: z.string().nullable(),
  from: namedNode,
  to: namedNode,
  agree: z.int().nullable(),
  conflict: z.int().nullable(),
  evidenceCount: z.int(),
  evidence: z.array(foundData),
})
const data = z.object({
  paths: z.array(z.object({ length: z.int(), nodes: z.array(namedNode), links: z.array(linkData) })),
})

const input = toolInput({
  from: nodeName('The id or slug of an actor.'),
  to: nodeName('The id or slug of another actor.'),
  maxLength: z.int().min(1).max(10).default(6).describe('How many links a way may have: 1 to 10.'),
  through: z.array(z.enum(linkTypes)).max(20).optional().describe('Only over ties of these types.'),
  asOf: asOfDate,
  first: pageSize(3, 10),
})

const link = linkData.extend({
  evidenceCount: z.int().describe('On how many nodes it rests in all.'),
  evidence: z.array(foundNode).describe(`What it rests on: the first ${MOST_EVIDENCE}.`),
})
const output = z.object({
  paths: z.array(z.object({ length: z.int(), nodes: z.array(namedNode), links: z.array(link) })),
})

type Path = z.output<typeof output>['paths'][number]

/** How two actors are connected. */
export const pathsTool: Tool<typeof input, typeof output> = {
  name: 'paths',
  title: 'Ways between two actors',
  description:
    'The shortest ways from one actor to another, over who speaks about, tells, quotes, belongs to, takes part with or sides ' +
    `with whom; each link with the first ${MOST_EVIDENCE} nodes that it rests on. At most 10 ways.`,
  input,
  output,
  async answer(graph, args) {
    const found = await readData(graph, { query, variables: args }, data)
    const paths = found.paths.map((path) => ({
      ...path,
      links: path.links.map((one) => ({
        ...one,
        evidence: one.evidence.slice(0, MOST_EVIDENCE).map((node) => tellFound(node, graph.baseUrl)),
      })),
    }))
    return { data: { paths }, text: paths.map(pathLines).join('\n') || 'There is no such way.' }
  },
}

const pathLines = ({ nodes, links }: Path, index: number): string =>
  [
    `${index + 1}. ${nodes.map(nameAndSlug).join(' – ')}`,
    ...links.flatMap(({ type, role, from, to, evidence, evidenceCount }) => [
      `  ${nameAndSlug(from)} ${type}${role ? ` (${role})` : ''} ${nameAndSlug(to)}; rests on ${evidenceCount}:`,
      ...evidence.map(foundLines),
    ]),
  ].join('\n')
