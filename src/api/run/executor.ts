import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql'
import type { Graph } from '../../model/graph.ts'
import { type Answer, mapAnswer } from '../../sql/engine.ts'
import { Budget, type OperationClock } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'
import { type AskedInContext, CompiledQueries } from './compiled-queries.ts'
import { someErrors } from './errors.ts'
import { variablesRefusal } from './given-variables.ts'
import { withKeptChanges } from './kept-changes.ts'
import { Limiter, type Limits, sizeError } from './limits.ts'
import type { Measure } from './measure.ts'
import { meter } from './metered.ts'
import { SharedAnswers, subscriptionKey } from './shared-answers.ts'

export interface OperationBounds {
  readonly limits: Limits
  /** How many milliseconds an operation may take. */
  readonly timeLimit: number
}

/** What the context has beside the graph and the budget, which are the executor's own. */
type Asked = Omit<Context, 'graph' | 'budget' | 'clock' | 'written'>

/** What an operation asks for, or why it is refused. */
type Measured =
  | { readonly measure: Measure; readonly refusal: null }
  | { readonly measure?: undefined; readonly refusal: GraphQLError }

/** Runs validated operations on one graph, within its bounds. Answers at once wherever the resolvers do. */
export class Executor {
  readonly #graph: Graph
  readonly #limiter: Limiter
  readonly #compiled: CompiledQueries
  readonly #limits: Limits
  readonly #shared = new SharedAnswers()
  readonly #timeLimit: number
  /** Called with each answer's maker: whether a compiled query gave it, or graphql-js. */
  onAnswer: ((isCompiled: boolean) => void) | null = null

  constructor(schema: GraphQLSchema, graph: Graph, { limits, timeLimit }: OperationBounds) {
    meter(schema)
    this.#graph = graph
    this.#limiter = new Limiter(schema, limits)
    this.#compiled = new CompiledQueries(schema, !graph.engine.isImmediate)
    this.#limits = limits
    this.#timeLimit = timeLimit
  }

  /**
   * @param asked What the caller adds to the context: who asks, and who writes.
   * @param signal Says that nobody waits for the answer any more. What changes the graph is done all the same.
   */
  run(args: ExecutionArgs, asked: Asked = {}, signal?: AbortSignal): Answer<ExecutionResult> {
    const { document, operationName } = args
    const operation = getOperationAST(document, operationName)
    // graphql-js says what is wrong with the operation's name.
    if (!operation) return execute(args)
    const { measure, refusal } = this.#measure(args, operation)
    if (refusal) return { errors: [refusal] }
    if (operation.operation === 'mutation') return this.#change(args, asked)
    return this.#inTime(() => this.#answer(args, operation, measure.code, asked), signal)
  }

  /** What a subscription tells, one answer for each event, each within its own time and budget. */
  async subscribe(
    args: ExecutionArgs,
    asked: Asked = {},
  ): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
    const operation = getOperationAST(args.document, args.operationName)
    const refusal = operation && this.#measure(args, operation).refusal
    if (refusal) return { errors: [refusal] }
    const events = await createSourceEventStream({ ...args, contextValue: { ...asked, graph: this.#graph } })
    if (!(Symbol.asyncIterator in events)) return events
    const key = subscriptionKey(args, asked.user ?? null)
    return answersTo(events[Symbol.asyncIterator](), (event) =>
      this.#shared.of(event, key, () => this.#told(args, event, asked)),
    )
  }

  #told(args: ExecutionArgs, event: unknown, asked: Asked): Answer<ExecutionResult> {
    const budget = this.#budget()
    const contextValue: Context = { ...asked, graph: this.#graph, budget }
    const result = this.#inTime(() => execute({ ...args, rootValue: event, contextValue }))
    return mapAnswer(result, (answer) => this.#bounded(answer, budget))
  }

  /** Works out an answer within its time. What is asked in vain, because an error has decided the answer, ends with it. */
  #inTime(work: () => Answer<ExecutionResult>, signal?: AbortSignal): Answer<ExecutionResult> {
    const { engine } = this.#graph
    if (engine.isImmediate) return engine.within(this.#timeLimit, work)
    const over = new AbortController()
    const end = () => over.abort()
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end)
    const done = () => {
      signal?.removeEventListener('abort', end)
      end()
    }
    return Promise.resolve(engine.within(this.#timeLimit, work, over.signal)).finally(done)
  }

  #measure(args: ExecutionArgs, operation: OperationDefinitionNode): Measured {
    const variables = args.variableValues ?? {}
    const wrong = variablesRefusal(operation, variables, this.#limits)
    if (wrong) return { refusal: wrong }
    const measure = this.#limiter.measure(args.document, operation, variables)
    const refusal = this.#limiter.refusal(measure)
    return refusal ? { refusal } : { measure, refusal }
  }

  #budget(): Budget {
    return new Budget(this.#limits, this.#deadline())
  }

  #deadline(): number {
    return performance.now() + this.#timeLimit
  }

  /** A mutation waits for what writes, and its own time begins when that is done: see `write`. */
  #change(args: ExecutionArgs, asked: Asked): Answer<ExecutionResult> {
    const budget = this.#budget()
    const clock: OperationClock = {
      within: (work) => this.#graph.engine.within(budget.timeLeft, work),
      restart: () => budget.prolong(this.#deadline()),
    }
    const written = new Set<number>()
    const contextValue: Context = { ...asked, graph: this.#graph, budget, clock, written }
    return mapAnswer(execute({ ...args, contextValue }), (result) =>
      this.#bounded(withKeptChanges(result, written), budget),
    )
  }

  /**
   * A compiled query's answer, or else graphql-js's. Each has the whole of what may be given; the time is both's.
   */
  #answer(
    args: ExecutionArgs,
    operation: OperationDefinitionNode,
    code: number,
    asked: Asked,
  ): Answer<ExecutionResult> {
    const { document, rootValue, variableValues } = args
    const deadline = this.#deadline()
    const { user = null, desk = null } = asked
    const inContext = (budget: Budget): Context => ({ graph: this.#graph, budget, user, desk })
    const first = new Budget(this.#limits, deadline)
    const asking: AskedInContext = { document, rootValue, variableValues, contextValue: inContext(first) }
    return mapAnswer(this.#compiled.answer(asking, operation, code), (data) => {
      const compiled = this.#bounded(data, first)
      this.onAnswer?.(compiled !== null)
      if (compiled) return compiled
      const second = new Budget(this.#limits, deadline)
      const answer = execute({ ...args, contextValue: inContext(second) })
      return mapAnswer(answer, (result) => this.#bounded(result, second))
    })
  }

  #bounded<Result extends ExecutionResult | null>(
    result: Result,
    { short }: Budget,
  ): Result | ExecutionResult {
    if (short) return { errors: [sizeError(this.#limits, short)] }
    return result && someErrors(result, this.#limits.errors)
  }
}

/** An answer to each event; what ends them is the last answer. It ends with its reader, which a generator would not. */
function answersTo(
  events: AsyncIterator<unknown>,
  answer: (event: unknown) => Answer<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  let isOver = false
  return {
    async next() {
      if (isOver) return { done: true, value: undefined }
      try {
        const { done, value } = await events.next()
        if (!done) return { done: false, value: await answer(value) }
      } catch (error) {
        isOver = true
        await events.return?.()
        return { done: false, value: { errors: [locatedError(error, undefined)] } }
      }
      isOver = true
      return { done: true, value: undefined }
    },
    async return() {
      isOver = true
      await events.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
