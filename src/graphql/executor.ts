import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { rationed } from './batch.ts'
import type { Context } from './builder.ts'
import { Jit } from './jit.ts'
import { Limiter, type Limits, rowsError } from './limits.ts'

export interface Bounds {
  readonly limits: Limits
  /** How many milliseconds an operation may take. */
  readonly timeLimit: number
}

/** Runs validated operations on one graph, within its bounds. Synchronous wherever the resolvers are. */
export class Executor {
  readonly #graph: Graph
  readonly #limiter: Limiter
  readonly #jit: Jit
  readonly #limits: Limits
  readonly #timeLimit: number

  constructor(schema: GraphQLSchema, graph: Graph, { limits, timeLimit }: Bounds) {
    this.#graph = graph
    this.#limiter = new Limiter(schema, limits)
    this.#jit = new Jit(schema)
    this.#limits = limits
    this.#timeLimit = timeLimit
  }

  run(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> {
    const { document, operationName, variableValues } = args
    const operation = getOperationAST(document, operationName)
    // graphql-js says what is wrong with the operation's name.
    if (!operation) return execute(args) as ExecutionResult
    const variables = variableValues ?? {}
    const measure = this.#limiter.measure(document, operation, variables)
    const refusal = this.#limiter.refusal(measure)
    if (refusal) return { errors: [refusal] }
    const compiled = this.#jit.run(document, operation, measure.code)
    const contextValue: Context = { graph: this.#graph }
    const { result, short } = rationed(this.#limits.rows, () =>
      this.#graph.connection.within(this.#timeLimit, () =>
        compiled
          ? compiled(contextValue, variables)
          : (execute({ ...args, contextValue }) as ExecutionResult),
      ),
    )
    return short ? { errors: [rowsError(this.#limits.rows)] } : result
  }
}
