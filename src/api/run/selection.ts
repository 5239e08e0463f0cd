import {
  type ASTNode,
  BREAK,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  visit,
} from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** Whether what stands in a part of a document depends on variables. */
export function hasVariables(nodes: readonly ASTNode[]): boolean {
  let has = false
  const Variable = () => {
    has = true
    return BREAK
  }
  for (const node of nodes) visit(node, { Variable })
  return has
}

/** What decides which fields are asked of an object, besides its type. */
export interface Scope {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Variables
}

/**
 * The fields that are asked of an object, by the key that each has in the answer, with every place that asks for it: the
 * specification's CollectFields, as graphql-js has it. They come in the order in which they are written, each fragment
 * counts once, and what @skip or @include leave out does not count as written. Throws where a condition is null.
 */
export function fieldsOf(
  scope: Scope,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const collecting: Collecting = { scope, type, fields: new Map(), spread: new Set() }
  for (const set of sets) collect(collecting, set)
  return collecting.fields
}

/** Whether the same fields are asked of both types, and are the same field of an interface of both. */
export function areSelectedAlike(
  scope: Scope,
  sets: readonly SelectionSetNode[],
  one: GraphQLObjectType,
  other: GraphQLObjectType,
): boolean {
  const [ofOne, ofOther] = [one, other].map((type) => [...fieldsOf(scope, type, sets)])
  return (
    ofOne?.length === ofOther?.length &&
    ofOne?.every(([key, [node]], at) => {
      const [otherKey, [otherNode]] = ofOther?.[at] ?? ['', []]
      return key === otherKey && node === otherNode && areInherited(node?.name.value ?? '', one, other)
    }) === true
  )
}

/** Pothos makes a field anew for each type that has it from an interface, and keeps what was said of it. */
function areInherited(name: string, one: GraphQLObjectType, other: GraphQLObjectType): boolean {
  const options = one.getFields()[name]?.extensions.pothosOptions
  return options !== undefined && options === other.getFields()[name]?.extensions.pothosOptions
}

interface Collecting {
  readonly scope: Scope
  readonly type: GraphQLObjectType
  readonly fields: Map<string, FieldNode[]>
  /** The fragments that were met. */
  readonly spread: Set<string>
}

function collect(collecting: Collecting, { selections }: SelectionSetNode): void {
  for (const selection of selections)
    if (isIncluded(collecting.scope, selection)) collectOne(collecting, selection)
}

function collectOne(collecting: Collecting, selection: SelectionNode): void {
  switch (selection.kind) {
    case Kind.FIELD:
      collectField(collecting, selection)
      break
    case Kind.INLINE_FRAGMENT:
      if (appliesTo(collecting, selection.typeCondition)) collect(collecting, selection.selectionSet)
      break
    case Kind.FRAGMENT_SPREAD:
      collectFragment(collecting, selection.name.value)
  }
}

function collectField({ fields }: Collecting, node: FieldNode): void {
  const key = node.alias?.value ?? node.name.value
  const places = fields.get(key)
  if (places) places.push(node)
  else fields.set(key, [node])
}

function collectFragment(collecting: Collecting, name: string): void {
  const { scope, spread } = collecting
  if (spread.has(name)) return
  spread.add(name)
  const fragment = scope.fragments.get(name)
  if (fragment && appliesTo(collecting, fragment.typeCondition)) collect(collecting, fragment.selectionSet)
}

function isIncluded({ variables }: Scope, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
}

function appliesTo({ scope, type }: Collecting, condition: NamedTypeNode | undefined): boolean {
  if (!condition) return true
  const wanted = typeFromAST(scope.schema, condition)
  return wanted === type || (isAbstractType(wanted) && scope.schema.isSubType(wanted, type))
}
