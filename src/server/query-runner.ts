import type { IncomingMessage } from 'node:http'
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import type { ErrorReport } from '../api/run/errors.ts'
import { Executor } from '../api/run/executor.ts'
import type { Limits } from '../api/run/limits.ts'
import type { Graph } from '../model/graph.ts'
import type { Asker } from '../model/users/asker.ts'
import { type Answer, type Engine, mapAnswer } from '../sql/engine.ts'
import { withText } from './answer-text.ts'
import type { QueryThreads, ThreadAnswer } from './query-threads.ts'
import type { CallerRevisions } from './written-revisions.ts'

/** Who asks for an operation, and how. */
export interface AskedOperation {
  readonly params?: GraphQLParams | undefined
  readonly user: Asker | null
  readonly request?: IncomingMessage | undefined
  /** What they have written, where it is read from replicas that are behind for a while. */
  readonly revisions?: CallerRevisions | undefined
}

export interface RunnerOptions {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  readonly limits: Limits
  readonly report: ErrorReport
}

/** A query may take so many times as long while no thread is ready: to start one takes longer than most queries do. */
const BEFORE_READY = 5

/**
 * Answers queries in the server's own thread as far as they are quick, and the others in threads of their own. Whether a
 * query is long is found by trying; the next time it goes where it was answered last.
 */
export class QueryRunner {
  readonly #executor: Executor
  readonly #engine: Engine
  readonly #threads: QueryThreads
  readonly #report: ErrorReport
  readonly #long = new WeakSet<DocumentNode>()

  constructor({ schema, graph, limits, report }: RunnerOptions, threads: QueryThreads) {
    this.#executor = new Executor(schema, graph, { limits, timeLimit: threads.quick * BEFORE_READY })
    this.#engine = graph.engine
    this.#threads = threads
    this.#report = report
  }

  run(args: ExecutionArgs, asked: AskedOperation): Answer<ExecutionResult> {
    const { quick, isReady } = this.#threads
    if (quick === 0 || this.#long.has(args.document)) return this.#inThread(args, asked)
    const time = isReady ? quick : quick * BEFORE_READY
    const start = performance.now()
    const answer = this.#engine.within(time, () => this.#executor.run(args, { user: asked.user }))
    return mapAnswer(answer, (result) => {
      const milliseconds = performance.now() - start
      if (milliseconds >= time) this.#long.add(args.document)
      // Where one query takes a while, others that take longer follow.
      if (milliseconds >= 2 * quick) this.#threads.warmUp()
      // What is sorted must have come in within half of the time.
      return result.errors && milliseconds >= time / 2 ? this.#inThread(args, asked) : result
    })
  }

  #inThread(
    { document, operationName, variableValues }: ExecutionArgs,
    asked: AskedOperation,
  ): Answer<ExecutionResult> {
    const { params, user, request } = asked
    const query = { query: params?.query ?? '', operationName, variables: variableValues, user }
    const isGone = () => request?.socket.destroyed === true
    this.#long.add(document)
    return this.#threads.ask(query, isGone).then((answer) => {
      if (answer.milliseconds < this.#threads.quick / 2) this.#long.delete(document)
      for (const { id, error } of answer.unexpected) this.#report(id, error)
      return resultOf(answer)
    })
  }
}

/** As much of the result as decides how its text is sent. */
function resultOf({ text, hasData, errors }: ThreadAnswer): ExecutionResult {
  const told = errors.map((extensions) => new GraphQLError('', { extensions }))
  return withText({ ...(told.length > 0 && { errors: told }), ...(hasData && { data: null }) }, text)
}
