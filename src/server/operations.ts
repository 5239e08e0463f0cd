import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { parseWithinLimits } from '../api/run/document.ts'
import { type ErrorReport, toGraphQLError } from '../api/run/errors.ts'
import { Executor, type OperationBounds } from '../api/run/executor.ts'
import type { WriteDesk } from '../edits/request.ts'
import { type Answer, type Engine, mapAnswer } from '../sql/engine.ts'
import { Documents } from './documents.ts'
import { graphRefusalText } from './graph-refusal.ts'
import { hangUpSignal } from './hang-up.ts'
import { KeptTexts } from './kept-texts.ts'
import { PersistedQueries } from './persisted.ts'
import { type AskedOperation, QueryRunner, type RunnerOptions } from './query-runner.ts'
import type { QueryThreads } from './query-threads.ts'
import type { Rate } from './rate-limit.ts'
import { Turns } from './turns.ts'
import { WriteLimit } from './write-limit.ts'
import { type CallerRevisions, NotingDesk } from './written-revisions.ts'

export interface OperationsOptions extends OperationBounds, RunnerOptions {
  readonly documents?: Documents
  readonly writeRate?: Rate | undefined
  /** What changes the graph; without it nothing can be changed. */
  readonly desk?: WriteDesk | null
  /** Where long queries are answered; without them, in the server's own thread. */
  readonly threads?: QueryThreads | null
}

/** What is done with an operation, whichever way it came in, and what is kept from one to the next. */
export class Operations {
  readonly schema: GraphQLSchema
  readonly executor: Executor
  readonly documents: Documents
  readonly persisted = new PersistedQueries()
  readonly turns = new Turns()
  readonly #bounds: OperationBounds
  readonly #report: ErrorReport
  readonly #writes: WriteLimit
  readonly #desk: WriteDesk | null
  readonly #queries: QueryRunner | null
  readonly #engine: Engine
  /** Null where what is asked for is at hand. */
  readonly #kept: KeptTexts | null

  constructor(options: OperationsOptions) {
    const { schema, graph, report, documents = new Documents(), writeRate, desk = null, threads } = options
    this.schema = schema
    this.#bounds = { limits: options.limits, timeLimit: options.timeLimit }
    this.executor = new Executor(schema, graph, this.#bounds)
    this.documents = documents
    this.#report = report
    this.#writes = new WriteLimit(writeRate)
    this.#desk = desk
    const { engine } = graph
    this.#engine = engine
    // A database that says nothing is waited for no longer than for an answer.
    const committedState = () => engine.within(options.timeLimit, () => engine.committedState())
    this.#kept = engine.isImmediate ? null : new KeptTexts({ committedState })
    this.#queries = threads ? new QueryRunner(options, threads) : null
  }

  parse(source: string): DocumentNode {
    return parseWithinLimits(this.#bounds.limits, source)
  }

  /** The answer as it is told, whatever goes wrong. */
  execute(args: ExecutionArgs, asked: AskedOperation): Answer<ExecutionResult> {
    try {
      const answer = this.turns.run(() => this.#run(args, asked))
      const finished = mapAnswer(answer, (result) => this.#finished(result, args.document, asked.params))
      return finished instanceof Promise ? finished.catch((error) => this.failure(error)) : finished
    } catch (error) {
      return this.failure(error)
    }
  }

  failure(error: unknown): ExecutionResult {
    return { errors: [this.told(error)] }
  }

  /** An error as its client may know it. */
  told(error: unknown): GraphQLError {
    return toGraphQLError(error, this.#report, graphRefusalText)
  }

  #run(args: ExecutionArgs, asked: AskedOperation): Answer<ExecutionResult> {
    const { user, revisions } = asked
    const refusal = user && this.#writes.refusal(args.document, args.operationName, user)
    if (refusal) return { errors: [refusal] }
    const isQuery = getOperationAST(args.document, args.operationName)?.operation === 'query'
    if (!isQuery) return this.executor.run(args, { user, desk: this.#deskOf(revisions) })
    const { least = 0 } = revisions ?? {}
    return this.#engine.fromReplica(least, () => {
      const answer = () => this.#answer(args, asked)
      return this.#kept ? this.#kept.of(args, user, answer) : answer()
    })
  }

  #answer(args: ExecutionArgs, asked: AskedOperation): Answer<ExecutionResult> {
    if (this.#queries) return this.#queries.run(args, asked)
    return this.executor.run(args, { user: asked.user, desk: this.#desk }, this.#signalOf(asked))
  }

  /** Ends what a database still does for a client that has gone. In this process, nobody goes while a statement runs. */
  #signalOf({ request }: AskedOperation): AbortSignal | undefined {
    return this.#engine.isImmediate || !request ? undefined : hangUpSignal(request.socket)
  }

  /** The desk as a caller writes at it who reads from replicas. */
  #deskOf(revisions: CallerRevisions | undefined): WriteDesk | null {
    return this.#desk && revisions ? new NotingDesk(this.#desk, revisions) : this.#desk
  }

  #finished(
    result: ExecutionResult,
    document: DocumentNode,
    params: GraphQLParams | undefined,
  ): ExecutionResult {
    // What is refused has no data, and is not kept.
    if ('data' in result) {
      this.persisted.keep(params)
      if (params?.query) this.documents.keep(params.query, document)
    }
    return result.errors ? { ...result, errors: result.errors.map((error) => this.told(error)) } : result
  }
}
