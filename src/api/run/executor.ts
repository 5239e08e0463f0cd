import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql'
import type { Graph } from '../../model/graph.ts'
import { withinBudget } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'
import { CompiledQueries } from './compiled-queries.ts'
import { someErrors } from './errors.ts'
import { variablesRefusal } from './given-variables.ts'
import { Limiter, type Limits, sizeError } from './limits.ts'
import { meter } from './metered.ts'

export interface OperationBounds {
  readonly limits: Limits
  /** How many milliseconds an operation may take. */
  readonly timeLimit: number
}

/** Runs validated operations on one graph, within its bounds. Synchronous wherever the resolvers are. */
export class Executor {
  readonly #graph: Graph
  readonly #limiter: Limiter
  readonly #compiled: CompiledQueries
  readonly #limits: Limits
  readonly #timeLimit: number
  readonly #look: () => void
  /** Called with each answer's maker: whether a compiled query gave it, or graphql-js. */
  onAnswer: ((isCompiled: boolean) => void) | null = null

  constructor(schema: GraphQLSchema, graph: Graph, { limits, timeLimit }: OperationBounds) {
    meter(schema)
    this.#graph = graph
    this.#limiter = new Limiter(schema, limits)
    this.#compiled = new CompiledQueries(schema)
    this.#limits = limits
    this.#timeLimit = timeLimit
    this.#look = () => graph.engine.look()
  }

  run(args: ExecutionArgs): ExecutionResult {
    const { document, operationName, variableValues } = args
    const operation = getOperationAST(document, operationName)
    // graphql-js says what is wrong with the operation's name.
    if (!operation) return execute(args) as ExecutionResult
    const variables = variableValues ?? {}
    const wrong = variablesRefusal(operation, variables, this.#limits)
    if (wrong) return { errors: [wrong] }
    const measure = this.#limiter.measure(document, operation, variables)
    const refusal = this.#limiter.refusal(measure)
    if (refusal) return { errors: [refusal] }
    const contextValue: Context = { graph: this.#graph }
    const ours = { ...args, contextValue }
    return this.#graph.engine.within(this.#timeLimit, () => {
      const compiled = this.#rationed(() => this.#compiled.answer(ours, operation, measure.code))
      this.onAnswer?.(compiled !== null)
      return compiled ?? this.#rationed(() => execute(ours) as ExecutionResult)
    })
  }

  #rationed<Result extends ExecutionResult | null>(work: () => Result): Result | ExecutionResult {
    const { result, short } = withinBudget(this.#limits, this.#look, work)
    if (short) return { errors: [sizeError(this.#limits, short)] }
    return result && someErrors(result, this.#limits.errors)
  }
}
