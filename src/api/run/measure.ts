import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
  type VariableNode,
} from 'graphql'
import { DEFAULT_PAGE, LARGEST_PAGE } from '../../sql/page.ts'
import { listSizes } from './introspection.ts'

/**
 * What an operation asks for, before any of it is run.
 *
 * - `depth`: how many fields stand inside each other.
 * - `aliases`: how many fields are renamed.
 * - `cost`: how many objects it fetches. A field that yields an object costs 1 and what stands below it; a field with a
 *   `first` or `last` argument (a connection, mostly) has that many of what stands below it. Where neither is given, that
 *   is the argument's default, or 20. Scalars are free. A `first` above 500 counts as 500, for its field refuses it.
 *   A list between `edges` counts as many as they are; one without any such argument counts as 20.
 * - `code`: how many fields would have to be compiled, where everything under an interface is compiled once for each type
 *   behind it.
 *
 * A fragment counts wherever it is spread, as does a field that @skip or @include may leave out. Introspection costs as
 * many as it has fields, by how long the schema's own lists are on average; graphql-js bounds how deep it goes by a rule
 * of its own. A renamed `__typename` costs 1.
 */
export interface Measure {
  readonly depth: number
  readonly aliases: number
  readonly cost: number
  readonly code: number
  /** Where the largest part of the cost is decided: the innermost field with a size on the dearest way down. */
  readonly dearest: readonly string[] | null
}

const NOTHING: Measure = { depth: 0, aliases: 0, cost: 0, code: 0, dearest: null }
/** The types of what the schema tells of itself. */
const ROOTS: Readonly<Record<string, string>> = { __schema: '__Schema', __type: '__Type' }
const sizeArguments = ['first', 'last'] as const

/** One walk over one operation. */
export class Measuring {
  /** Whether another set of variables could change the cost. */
  dependsOnVariables = false
  readonly #schema: GraphQLSchema
  readonly #variables: Readonly<Record<string, unknown>>
  readonly #operation: OperationDefinitionNode
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  readonly #measured = new Map<string, Measure>()

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ) {
    this.#schema = schema
    this.#operation = operation
    this.#variables = variables
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition)
  }

  measure(): Measure {
    const root = this.#schema.getRootType(this.#operation.operation)
    const whole = this.#set(this.#operation.selectionSet, root)
    return { ...whole, cost: Math.ceil(whole.cost) }
  }

  #set(set: SelectionSetNode, type: GraphQLNamedType | undefined | null): Measure {
    const parts = set.selections.map((selection) => this.#selection(selection, type))
    const whole = parts.reduce(sumOfMeasures, NOTHING)
    const dearest = parts.filter((part) => part.dearest).sort((a, b) => b.cost - a.cost)[0]
    return { ...whole, dearest: dearest?.dearest ?? null }
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType | undefined | null): Measure {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.#field(selection, type)
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(selection.name.value)
      case Kind.INLINE_FRAGMENT: {
        const condition = selection.typeCondition
        return this.#set(selection.selectionSet, condition ? typeFromAST(this.#schema, condition) : type)
      }
    }
  }

  /** Each fragment is measured once, however often it is spread: nested spreads would take forever otherwise. */
  #fragment(name: string): Measure {
    const known = this.#measured.get(name)
    if (known) return known
    const fragment = this.#fragments.get(name)
    if (!fragment) return NOTHING
    const measure = this.#set(fragment.selectionSet, typeFromAST(this.#schema, fragment.typeCondition))
    this.#measured.set(name, measure)
    return measure
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined | null): Measure {
    const aliases = node.alias ? 1 : 0
    const field = fieldOf(parent, node.name.value)
    if (!parent || !field || isIntrospectionType(parent)) return this.#introspection(node, parent, aliases)
    const type = getNamedType(field.type)
    if (!node.selectionSet || !isCompositeType(type)) return { ...NOTHING, depth: 1, aliases, code: 1 }
    const below = this.#set(node.selectionSet, type)
    const size = this.#size(node, field)
    const isList = isListType(getNullableType(field.type))
    const forms = isAbstractType(type) ? this.#schema.getPossibleTypes(type).length : 1
    return {
      depth: below.depth + 1,
      aliases: safeNumber(below.aliases + aliases),
      cost: safeNumber(isList ? (size ?? unsized(parent)) * (1 + below.cost) : 1 + (size ?? 1) * below.cost),
      code: safeNumber(1 + forms * below.code),
      dearest: way(node, size, below),
    }
  }

  /** What the schema knows of itself: `__schema` and `__type`, which are among no type's fields, and what stands below. */
  #introspection(node: FieldNode, parent: GraphQLNamedType | undefined | null, aliases: number): Measure {
    const name = node.name.value
    if (name === '__typename') return { ...NOTHING, aliases, cost: aliases }
    const field = fieldOf(parent, name)
    const type = field ? getNamedType(field.type) : this.#schema.getType(ROOTS[name] ?? '')
    const below = node.selectionSet ? this.#set(node.selectionSet, type) : NOTHING
    const size = listSizes(this.#schema).get(name) ?? 1
    return {
      ...NOTHING,
      aliases: safeNumber(below.aliases + aliases),
      cost: safeNumber(size * (1 + below.cost)),
    }
  }

  /** How many of what stands below this field are asked for; undefined where the field has no such argument. */
  #size(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    if (field.args.some((arg) => arg.name === 'edges')) return this.#stretches(node)
    const sized = field.args.filter((arg) => sizeArguments.some((name) => name === arg.name))
    if (sized.length === 0) return undefined
    const given = sized.flatMap(({ name }) => {
      const value = node.arguments?.find((argument) => argument.name.value === name)?.value
      return value ? this.#number(value) : []
    })
    const size =
      given.length > 0 ? Math.max(...given) : sized.find((arg) => arg.defaultValue != null)?.defaultValue
    return Math.min(Math.max(Number(size ?? DEFAULT_PAGE) || 0, 0), LARGEST_PAGE)
  }

  /** How many stretches lie between the edges that this field is given. */
  #stretches(node: FieldNode): number {
    const value = node.arguments?.find((argument) => argument.name.value === 'edges')?.value
    const given = value?.kind === Kind.VARIABLE ? this.#variable(value) : value
    const edges = Array.isArray(given) ? given : isNode(given, Kind.LIST) ? given.values : []
    return Math.min(Math.max(edges.length - 1, 0), LARGEST_PAGE)
  }

  #number(value: ValueNode): number[] {
    const given = value.kind === Kind.VARIABLE ? this.#variable(value) : value
    if (isNode(given, Kind.INT)) return [Number(given.value)]
    return typeof given === 'number' ? [given] : []
  }

  /** What a variable was given, or else the default that the operation has for it. */
  #variable({ name }: VariableNode): unknown {
    this.dependsOnVariables = true
    const given = this.#variables[name.value]
    if (given !== undefined) return given
    return this.#operation.variableDefinitions?.find((it) => it.variable.name.value === name.value)
      ?.defaultValue
  }
}

const isNode = <K extends ValueNode['kind']>(
  value: unknown,
  kind: K,
): value is Extract<ValueNode, { kind: K }> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind

/** A list that cannot be given a size counts as a page; the parts of a connection were counted with the connection. */
const unsized = (parent: GraphQLNamedType | undefined | null): number =>
  parent?.name.endsWith('Connection') ? 1 : DEFAULT_PAGE

function fieldOf(
  type: GraphQLNamedType | undefined | null,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return type && 'getFields' in type && (isObjectType(type) || isAbstractType(type))
    ? type.getFields()[name]
    : undefined
}

function way(node: FieldNode, size: number | undefined, below: Measure): readonly string[] | null {
  const rest = below.dearest ?? (size === undefined ? null : [])
  return rest && [node.alias?.value ?? node.name.value, ...rest]
}

const sumOfMeasures = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  aliases: safeNumber(a.aliases + b.aliases),
  cost: safeNumber(a.cost + b.cost),
  code: safeNumber(a.code + b.code),
  dearest: null,
})

/** Keeps sums and products of sizes out of the range where they would stop being exact, or numbers at all. */
const safeNumber = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER)
