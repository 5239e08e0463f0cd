import { type Expression, type OperationNode, ReferenceNode } from 'kysely'

/** A column by its table's alias. */
interface ColumnReference {
  readonly table: string
  readonly column: string
}

/** The same query, in which something else stands wherever it names this column, such as a value in place of `p.value`. */
export function replacedReference<Row>(
  query: Expression<Row>,
  column: ColumnReference,
  by: Expression<unknown>,
): Expression<Row> {
  const node = replacedIn(query.toOperationNode(), column, by.toOperationNode())
  return { expressionType: undefined, toOperationNode: () => node }
}

function replacedIn(node: OperationNode, column: ColumnReference, by: OperationNode): OperationNode {
  if (ReferenceNode.is(node) && isTo(node, column)) return by
  const replaced = (part: unknown): unknown =>
    Array.isArray(part) ? part.map(replaced) : isNode(part) ? replacedIn(part, column, by) : part
  const parts = Object.entries(node).map(([name, part]) => [name, replaced(part)])
  return { kind: node.kind, ...Object.fromEntries(parts) }
}

const isNode = (part: unknown): part is OperationNode =>
  typeof part === 'object' && part !== null && 'kind' in part

const isTo = ({ table, column: of }: ReferenceNode, { table: alias, column }: ColumnReference): boolean =>
  table?.table.identifier.name === alias && of.kind === 'ColumnNode' && of.column.name === column
