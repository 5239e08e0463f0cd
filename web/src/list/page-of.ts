import type { Count } from '../kit/count.ts'
import type { Row } from './file.ts'

/** A page of a list, and where the next one begins. */
export interface PageOf<Node, Total extends Count = Count> {
  readonly totalCount: Total
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** What a list has whose node has gone meanwhile. */
export const noPage = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }

/** Asks for the page behind a cursor; for the first one where there is none. */
export type AskPage<Node> = (after: string | null) => Promise<PageOf<Node>>

/** All of a list, page after page, for a file. */
export async function* everyPage<Node>(ask: AskPage<Node>): AsyncGenerator<readonly Node[]> {
  let after: string | null = null
  do {
    const { nodes, pageInfo }: PageOf<Node> = await ask(after)
    yield nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
}

/** The same as lines of a table. */
export async function* everyRow<Node>(
  ask: AskPage<Node>,
  rowsOf: (node: Node) => Row | readonly Row[],
): AsyncGenerator<readonly Row[]> {
  for await (const nodes of everyPage(ask)) yield nodes.flatMap(rowsOf)
}
