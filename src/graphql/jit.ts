import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  type Source,
  typeFromAST,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { Lru } from '../lru.ts'

/** How many compiled operations are kept. */
const KEPT = 500
/** A field takes 0.1 to 0.4 ms to compile, and everybody waits; an operation with more of them stays with graphql-js. */
const LARGEST = 1_000

type Variables = Readonly<Record<string, unknown>>
export type Run = (context: unknown, variables: Variables) => ExecutionResult | Promise<ExecutionResult>

/**
 * Operations compiled to functions by graphql-jit, from their second run on: most documents that come once never come
 * again, and compiling takes longer than running them.
 */
export class Jit {
  readonly #schema: GraphQLSchema
  readonly #seen = new WeakSet<OperationDefinitionNode>()
  readonly #runs = new Lru<OperationDefinitionNode, Run | null>(KEPT)

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /**
   * @param code How many fields there are to compile.
   * @returns null where graphql-js is to run it.
   */
  run(document: DocumentNode, operation: OperationDefinitionNode, code: number): Run | null {
    const run = this.#runs.get(operation)
    if (run !== undefined) return run
    if (operation.operation !== 'query' || code > LARGEST) return null
    if (!this.#seen.has(operation)) {
      this.#seen.add(operation)
      return null
    }
    const compiled = this.#compile(document, operation)
    this.#runs.set(operation, compiled)
    return compiled
  }

  #compile(document: DocumentNode, operation: OperationDefinitionNode): Run | null {
    // graphql-jit unrolls what variables may hold, and never comes to an end where an input holds itself.
    if (hasEndlessVariable(this.#schema, operation)) return null
    // It would ask for it all the same.
    if (hasDefaultedVariable(operation)) return null
    const compiled = compileQuery(this.#schema, document, operation.name?.value)
    // What cannot be compiled is remembered as such, and is not tried again.
    return isCompiledQuery(compiled) ? bound(compiled, document.loc?.source) : null
  }
}

/** A variable that must not be null, and need not be given: $first: Int! = 20. */
const hasDefaultedVariable = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue)

function hasEndlessVariable(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): boolean {
  return variableDefinitions.some(({ type }) => {
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    return input !== undefined && holdsItself(input, [])
  })
}

function holdsItself(type: GraphQLInputType, within: readonly unknown[]): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  if (within.includes(named)) return true
  return Object.values(named.getFields()).some((field) => holdsItself(field.type, [...within, named]))
}

function bound(compiled: CompiledQuery, source: Source | undefined): Run {
  return (context, variables) => {
    const result = compiled.query(undefined, context, variables) as ReturnType<Run>
    return 'then' in result ? result.then((it) => placed(it, source)) : placed(result, source)
  }
}

/** graphql-jit's errors know their lines and columns only; whoever wraps an error further on asks for positions. */
function placed(result: ExecutionResult, source: Source | undefined): ExecutionResult {
  if (!result.errors || !source) return result
  return { ...result, errors: result.errors.map((error) => placedError(error, source)) }
}

function placedError(error: GraphQLError, source: Source): GraphQLError {
  const starts = [0, ...[...source.body.matchAll(/\r\n|[\n\r]/g)].map((end) => end.index + end[0].length)]
  const positions = error.locations?.map(({ line, column }) => (starts[line - 1] ?? 0) + column - 1)
  return new GraphQLError(error.message, {
    source,
    positions: positions ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: error.extensions,
  })
}
