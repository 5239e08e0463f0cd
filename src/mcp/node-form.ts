import { z } from 'zod'
import { type pageEnd, pageInfo } from './arguments.ts'
import type { AskedGraph } from './asked-graph.ts'
import { type CitedStatement, citeStatement, statementData, statementFields } from './cited-statement.ts'
import { readData, ToolError } from './tool-error.ts'

/** Something that is known of a node, such as its kind, or one of its names. */
export const nodeFact = z.object({ name: z.string(), value: z.string() })
export type NodeFact = z.output<typeof nodeFact>

/** A node with what is known of it, and the statements on which that rests. */
export interface ToldNode {
  readonly id: string
  readonly slug: string | null
  /** Of claims and statements the text, of sources the title. */
  readonly name: string
  readonly facts: readonly NodeFact[]
  readonly evidence: readonly CitedStatement[]
  readonly end: z.output<typeof pageEnd>
}

/** Which part of the evidence is asked for. */
export interface EvidencePage {
  readonly first: number
  readonly after?: string | undefined
}

/** Asks for one kind of node. */
export type AskNode = (graph: AskedGraph, id: string, page: EvidencePage) => Promise<ToldNode>

/** A page of statements as the API gives it by `EvidencePage`. */
export const evidencePage = z.object({ pageInfo, nodes: z.array(statementData) })

const evidenceFields = `
  fragment EvidencePage on StatementConnection {
    pageInfo { hasNextPage endCursor }
    nodes { ...CitedStatement }
  }
`

/** @param selection What is asked of the type; its `evidence` is a page of statements. */
export function pagedForm<Shape extends z.ZodObject>(
  type: string,
  selection: string,
  shape: Shape,
  tell: (node: z.output<Shape>) => Omit<ToldNode, 'evidence' | 'end'>,
): AskNode {
  const query =
    `${statementFields} ${evidenceFields} query ${type}Node($id: ID!, $first: Int!, $after: String) ` +
    `{ node(id: $id) { ... on ${type} { ${selection} } } }`
  const data = z.object({ node: z.looseObject({ evidence: evidencePage }).nullable() })
  return async (graph, id, page) => {
    const { node } = await readData(graph, { query, variables: { id, ...page } }, data)
    if (!node) throw new ToolError(`NOT_FOUND: ${id} has just been removed.`)
    const { evidence, ...known } = node
    const { pageInfo: end, nodes } = evidence
    return {
      ...tell(shape.parse(known)),
      evidence: nodes.map((one) => citeStatement(one, graph.baseUrl)),
      end,
    }
  }
}

/** A fact where there is one. */
export const factOf = (name: string, value: string | null | undefined): NodeFact[] =>
  value ? [{ name, value }] : []
