import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql'
import { someErrors } from '../../src/api/run/errors.ts'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema as hearsay } from '../../src/api/schema.ts'
import type { Graph } from '../../src/model/graph.ts'
import { Lru } from '../../src/values/lru.ts'
import { upTo } from '../graph-fixture.ts'
import type { Asked } from './documents.ts'

export interface Compared {
  /** graphql-js's answer, as it is sent to a client. */
  readonly wanted: string
  /** The server's, for each time that it was asked. */
  readonly got: readonly string[]
  /** Whether a compiled query gave the last of them. */
  readonly isCompiled: boolean
}

/** Asks the server's executor, three times unless said otherwise, for what comes again is compiled. */
export class Comparison {
  readonly #schema: GraphQLSchema
  readonly #graph: Graph
  readonly #executor: Executor
  /** As the server has it: the document that comes again is the very same. */
  readonly #parsed = new Lru<string, DocumentNode>(10)
  #isCompiled = false

  constructor(graph: Graph, schema = hearsay) {
    this.#schema = schema
    this.#graph = graph
    this.#executor = new Executor(schema, graph, { limits: defaultLimits, timeLimit: 60_000 })
    this.#executor.onAnswer = (isCompiled) => {
      this.#isCompiled = isCompiled
    }
  }

  of({ query, variables }: Asked, times = 3): Compared {
    const args = { schema: this.#schema, document: this.#parse(query), variableValues: variables }
    this.#isCompiled = false
    const got = upTo(times).map(() => asSent(this.#executor.run(args)))
    const alone = execute({ ...args, contextValue: { graph: this.#graph } }) as ExecutionResult
    const wanted = asSent(someErrors(alone, defaultLimits.errors))
    return { wanted, got, isCompiled: this.#isCompiled }
  }

  #parse(query: string): DocumentNode {
    const document = this.#parsed.get(query) ?? parse(query)
    this.#parsed.set(query, document)
    return document
  }
}

/** With the order of its keys, and all that is told of errors. */
function asSent(result: ExecutionResult | Promise<ExecutionResult>): string {
  if (result instanceof Promise) throw new Error('SQLite answers at once, and nothing in between may wait.')
  return JSON.stringify(result)
}

export const isValid = ({ query }: Asked): boolean => validate(hearsay, parse(query)).length === 0

/** What the limits forbid is refused before it is run, where graphql-js alone would run it. */
export const isRefused = ({ got }: Compared): boolean =>
  /"code":"(COST|DEPTH|ALIAS)_LIMIT"/.test(got[0] ?? '')

export const isSame = (compared: Compared): boolean => {
  const wanted = isRefused(compared) ? compared.got[0] : compared.wanted
  return compared.got.every((answer) => answer === wanted)
}
