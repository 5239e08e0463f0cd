import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLID,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql'
import type { Answer } from '../../sql/engine.ts'
import { Lru } from '../../values/lru.ts'
import type { Context } from '../kit/builder.ts'
import { isCompilable } from './compilable.ts'
import { CompiledQuery } from './compile.ts'
import type { Variables } from './selection.ts'

/** An operation, with what its resolvers share. */
export interface AskedInContext extends Pick<ExecutionArgs, 'document' | 'rootValue' | 'variableValues'> {
  readonly contextValue: Context
}

/** How many fields all compiled queries together may have. A field takes about so many `BYTES`, code included. */
const KEPT_FIELDS = 30_000
const BYTES = 900

/** What is known of an operation that comes again. */
interface KnownOperation {
  readonly id: string
  /** How many fields it has, as `Measure.code` counts them, its document counted as so many fields as take its place. */
  readonly fields: number
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The variables that decide what @skip and @include leave out. */
  readonly conditions: readonly string[]
  /** The names of the variables where all are texts; null where there are others. */
  readonly texts: readonly string[] | null
}

interface KeptQuery {
  readonly query: CompiledQuery
  readonly fields: number
}

/**
 * The queries that come again, compiled: most that come once never do. Each set of values of the variables in @skip and
 * @include makes a compiled query of its own, in which nothing is left to be decided.
 */
export class CompiledQueries {
  readonly #schema: GraphQLSchema
  readonly #mayWait: boolean
  /** null: it may not be compiled. */
  readonly #known = new WeakMap<OperationDefinitionNode, KnownOperation | null>()
  readonly #seen = new WeakSet<OperationDefinitionNode>()
  readonly #kept = new Lru<string, KeptQuery>(
    KEPT_FIELDS,
    () => true,
    ({ fields }) => fields,
  )
  #lastId = 0

  /** @param mayWait Whether resolvers may promise what they give. */
  constructor(schema: GraphQLSchema, mayWait: boolean) {
    this.#schema = schema
    this.#mayWait = mayWait
  }

  /** How many fields are kept, at most 30,000. */
  get size(): number {
    return this.#kept.weight
  }

  /**
   * The answer of a compiled query: the very one that graphql-js would give.
   *
   * @param code How many fields there are to compile.
   * @returns null where graphql-js is to answer.
   */
  answer(
    args: AskedInContext,
    operation: OperationDefinitionNode,
    code: number,
  ): Answer<ExecutionResult | null> {
    const known = this.#get(args.document, operation, code)
    if (!known) return null
    const coerced = this.#coerced(known, operation, args.variableValues ?? {})
    if (!coerced) return null
    const query = this.#compiled(known, operation, coerced)
    try {
      const answer = query.run(args.rootValue, args.contextValue, coerced)
      return answer instanceof Promise ? answer.then(dataOf, () => null) : { data: answer }
    } catch {
      // Whatever it was, graphql-js meets it again, and tells of it.
      return null
    }
  }

  #get(document: DocumentNode, operation: OperationDefinitionNode, code: number): KnownOperation | null {
    const known = this.#known.get(operation)
    if (known !== undefined) return known
    if (!this.#seen.has(operation)) {
      this.#seen.add(operation)
      return null
    }
    const found = isCompilable(document, operation, code) ? this.#know(document, operation, code) : null
    this.#known.set(operation, found)
    return found
  }

  #know(document: DocumentNode, operation: OperationDefinitionNode, fields: number): KnownOperation {
    const fragments = new Map<string, FragmentDefinitionNode>()
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
    const size = fields + Math.ceil(bytesOfDocument(document) / BYTES)
    return {
      id: String(++this.#lastId),
      fields: size,
      fragments,
      conditions: conditionsOf(document),
      texts: textVariables(operation),
    }
  }

  /** The variables as the operation's types have them; null where one is wrong. Texts are as they were given. */
  #coerced(
    { texts }: KnownOperation,
    operation: OperationDefinitionNode,
    given: Variables,
  ): Variables | null {
    if (texts?.every((name) => typeof given[name] === 'string' && Object.hasOwn(given, name)))
      return Object.fromEntries(texts.map((name) => [name, given[name]]))
    const definitions = operation.variableDefinitions ?? []
    return getVariableValues(this.#schema, definitions, given, { maxErrors: 1 }).coerced ?? null
  }

  #compiled(known: KnownOperation, operation: OperationDefinitionNode, variables: Variables): CompiledQuery {
    const { id, fields, fragments, conditions } = known
    const key = conditions.length === 0 ? id : [id, ...conditions.map((name) => variables[name])].join(' ')
    const kept = this.#kept.get(key)
    if (kept) return kept.query
    const query = new CompiledQuery({ schema: this.#schema, fragments, variables }, operation, this.#mayWait)
    this.#kept.set(key, { query, fields })
    return query
  }
}

const dataOf = (data: Record<string, unknown>): ExecutionResult => ({ data })

function textVariables({ variableDefinitions = [] }: OperationDefinitionNode): readonly string[] | null {
  const isText = ({ type }: VariableDefinitionNode) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
    return named.kind === Kind.NAMED_TYPE && TEXTS.has(named.name.value)
  }
  return variableDefinitions.every(isText)
    ? variableDefinitions.map(({ variable }) => variable.name.value)
    : null
}

const TEXTS = new Set([GraphQLString.name, GraphQLID.name])

/** About how much memory a document takes, which a compiled query keeps. */
function bytesOfDocument(document: DocumentNode): number {
  let bytes = 0
  visit(document, {
    enter(node) {
      bytes += 150 + ('value' in node && typeof node.value === 'string' ? node.value.length : 0)
    },
  })
  return bytes
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(directive) {
      visit(directive, { Variable: ({ name }) => void names.add(name.value) })
    },
  })
  return [...names]
}
