import type { z } from 'zod'
import type { AskedDocument, AskedGraph, GraphAnswer, ToldError } from './asked-graph.ts'

/** Why a tool gives no answer, in words for whoever has called it. */
export class ToolError extends Error {
  override readonly name = 'ToolError'
}

/** `NOT_FOUND: There is no claim “x”. Did you mean y?`, a line for each error. */
export const errorLines = (errors: readonly ToldError[]): string =>
  errors
    .map(({ message, extensions }) => (extensions?.code ? `${extensions.code}: ${message}` : message))
    .join('\n')

/** The data of an answer in a shape that is known; throws what the API has told in its place. */
export function dataOf<Shape extends z.ZodType>(answer: GraphAnswer, shape: Shape): z.output<Shape> {
  if (answer.errors && answer.errors.length > 0) throw new ToolError(errorLines(answer.errors))
  return shape.parse(answer.data)
}

/** Asks a graph for data of a shape. */
export const readData = async <Shape extends z.ZodType>(
  graph: AskedGraph,
  asked: AskedDocument,
  shape: Shape,
): Promise<z.output<Shape>> => dataOf(await graph.read(asked), shape)

/** Fails for a node that is not there; the API names those that are nearest to it. */
export async function refuseMissing(graph: AskedGraph, id: string, wanted: string): Promise<never> {
  const query = 'query NearestNodes($id: ID!) { revisions(of: $id, first: 0) { nodes { id } } }'
  const { errors = [] } = await graph.read({ query, variables: { id } })
  throw new ToolError(errors.length > 0 ? errorLines(errors) : `NOT_FOUND: There is no ${wanted} “${id}”.`)
}
