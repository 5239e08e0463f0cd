import {
  type AliasNode,
  FromNode,
  IdentifierNode,
  type OperationNode,
  type OperationNodeSource,
  RawNode,
  type SelectionNode,
  SelectQueryNode,
  type SetOperationNode,
} from 'kysely'

/** A query that selects less, and what its rows have that need not be selected, such as `{ node: 'CLAIM' }`. */
export interface NarrowQuery {
  readonly query: OperationNodeSource
  readonly constants: Readonly<Record<string, string | number>>
}

/**
 * The same query with only these columns. Columns are left out where they are selected, so that no table is read for
 * them; a query whose form is not known is asked from without: `select "id" from (…)`.
 */
export function narrowQuery(query: OperationNodeSource, names: ReadonlySet<string>): NarrowQuery {
  const node = query.toOperationNode()
  const narrow = SelectQueryNode.is(node) ? narrowSelect(node, names) : null
  if (narrow) return { query: { toOperationNode: () => narrow.node }, constants: narrow.constants }
  return { query: { toOperationNode: () => selectFrom(node, [...names]) }, constants: {} }
}

interface NarrowSelect {
  readonly node: SelectQueryNode
  readonly constants: Readonly<Record<string, string | number>>
}

function narrowSelect(node: SelectQueryNode, names: ReadonlySet<string>): NarrowSelect | null {
  if (node.distinctOn || node.groupBy || node.having || node.frontModifiers?.length) return null
  const own = narrowSelections(node, names) ?? narrowSource(node, names)
  if (!own || !node.setOperations) return own
  const parts = node.setOperations.map((part) => narrowPart(part, names, own.constants))
  if (!parts.every((part) => part !== null)) return null
  return { ...own, node: { ...own.node, setOperations: parts } }
}

/** A part of a union, whose rows must come out as those of the first. */
function narrowPart(
  part: SetOperationNode,
  names: ReadonlySet<string>,
  constants: NarrowSelect['constants'],
): SetOperationNode | null {
  if (part.operator !== 'union' || !part.all || !SelectQueryNode.is(part.expression)) return null
  const narrow = narrowSelect(part.expression, names)
  if (!narrow || JSON.stringify(narrow.constants) !== JSON.stringify(constants)) return null
  return { ...part, expression: narrow.node }
}

/** `select * from (…) as walk`, which has no columns but those of what it walks. */
function narrowSource(node: SelectQueryNode, names: ReadonlySet<string>): NarrowSelect | null {
  const [selection, ...others] = node.selections ?? []
  const [from, ...beside] = node.from?.froms ?? []
  if (selection?.selection.kind !== 'SelectAllNode' || others.length + beside.length > 0 || node.joins)
    return null
  if (!from || !isAlias(from) || !SelectQueryNode.is(from.node)) return null
  const narrow = narrowSelect(from.node, names)
  if (!narrow) return null
  const source: AliasNode = { ...from, node: narrow.node }
  return { node: { ...node, from: FromNode.create([source]) }, constants: narrow.constants }
}

function narrowSelections(node: SelectQueryNode, names: ReadonlySet<string>): NarrowSelect | null {
  const constants: Record<string, string | number> = {}
  const selections: SelectionNode[] = []
  for (const selected of node.selections ?? []) {
    const name = nameOf(selected)
    if (name === null) return null
    if (!names.has(name)) continue
    const constant = constantOf(selected)
    if (constant === null) selections.push(selected)
    else constants[name] = constant
  }
  return selections.length > 0 ? { node: { ...node, selections }, constants } : null
}

const isAlias = (node: OperationNode): node is AliasNode => node.kind === 'AliasNode'

/** What a selected column is called in the row; null where that cannot be told. */
function nameOf({ selection }: SelectionNode): string | null {
  if (isAlias(selection)) return IdentifierNode.is(selection.alias) ? selection.alias.name : null
  if (selection.kind === 'ColumnNode' && 'column' in selection) return identifierIn(selection.column)
  if (selection.kind === 'ReferenceNode' && selection.column.kind === 'ColumnNode')
    return identifierIn(selection.column.column)
  return null
}

const identifierIn = (node: OperationNode): string | null => (IdentifierNode.is(node) ? node.name : null)

/** The value of `constant('CLAIM')`. */
function constantOf({ selection }: SelectionNode): string | number | null {
  const raw = isAlias(selection) && RawNode.is(selection.node) ? selection.node : null
  if (raw?.sqlFragments.join('') !== '' || raw.parameters.length !== 1) return null
  const [value] = raw.parameters
  if (value?.kind !== 'ValueNode' || !('immediate' in value) || !('value' in value)) return null
  return typeof value.value === 'string' || typeof value.value === 'number' ? value.value : null
}

function selectFrom(node: OperationNode, names: readonly string[]): OperationNode {
  const columns = names.length > 0 ? names.map((name) => `"${name}"`).join(', ') : 'null'
  return RawNode.create([`select ${columns} from (`, ')'], [node])
}
