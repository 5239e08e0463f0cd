import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql'
import type { Graph } from '../../model/graph.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { Budget } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'
import { type AskedInContext, CompiledQueries } from './compiled-queries.ts'
import { someErrors } from './errors.ts'
import { variablesRefusal } from './given-variables.ts'
import { Limiter, type Limits, sizeError } from './limits.ts'
import { meter } from './metered.ts'

export interface OperationBounds {
  readonly limits: Limits
  /** How many milliseconds an operation may take. */
  readonly timeLimit: number
}

/** What the context has beside the graph and the budget, which are the executor's own. */
type Asked = Omit<Context, 'graph' | 'budget'>

/** Runs validated operations on one graph, within its bounds. Answers at once wherever the resolvers do. */
export class Executor {
  readonly #graph: Graph
  readonly #limiter: Limiter
  readonly #compiled: CompiledQueries
  readonly #limits: Limits
  readonly #timeLimit: number
  /** Called with each answer's maker: whether a compiled query gave it, or graphql-js. */
  onAnswer: ((isCompiled: boolean) => void) | null = null

  constructor(schema: GraphQLSchema, graph: Graph, { limits, timeLimit }: OperationBounds) {
    meter(schema)
    this.#graph = graph
    this.#limiter = new Limiter(schema, limits)
    this.#compiled = new CompiledQueries(schema)
    this.#limits = limits
    this.#timeLimit = timeLimit
  }

  /** @param asked What the caller adds to the context: who asks. */
  run(args: ExecutionArgs, asked: Asked = {}): Answer<ExecutionResult> {
    const { document, operationName, variableValues } = args
    const operation = getOperationAST(document, operationName)
    // graphql-js says what is wrong with the operation's name.
    if (!operation) return execute(args)
    const variables = variableValues ?? {}
    const wrong = variablesRefusal(operation, variables, this.#limits)
    if (wrong) return { errors: [wrong] }
    const measure = this.#limiter.measure(document, operation, variables)
    const refusal = this.#limiter.refusal(measure)
    if (refusal) return { errors: [refusal] }
    return this.#graph.engine.within(this.#timeLimit, () =>
      this.#answer(args, operation, measure.code, asked),
    )
  }

  /** A compiled query's answer, or else graphql-js's. Each has the whole of what may be given; the time is both's. */
  #answer(
    args: ExecutionArgs,
    operation: OperationDefinitionNode,
    code: number,
    asked: Asked,
  ): Answer<ExecutionResult> {
    const deadline = performance.now() + this.#timeLimit
    const [first, second] = [new Budget(this.#limits, deadline), new Budget(this.#limits, deadline)]
    const within = (budget: Budget): AskedInContext => ({
      ...args,
      contextValue: { ...asked, graph: this.#graph, budget },
    })
    const compiled = this.#bounded(this.#compiled.answer(within(first), operation, code), first)
    this.onAnswer?.(compiled !== null)
    return compiled ?? mapAnswer(execute(within(second)), (result) => this.#bounded(result, second))
  }

  #bounded<Result extends ExecutionResult | null>(
    result: Result,
    { short }: Budget,
  ): Result | ExecutionResult {
    if (short) return { errors: [sizeError(this.#limits, short)] }
    return result && someErrors(result, this.#limits.errors)
  }
}
