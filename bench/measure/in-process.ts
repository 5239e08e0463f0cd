import assert from 'node:assert/strict'
import { parse, validate } from 'graphql'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'

type Data = Readonly<Record<string, unknown>>

/** Hearsay without HTTP: a parsed and validated operation through the server's executor, which compiles it. */
export class InProcess {
  readonly graph: Graph
  readonly #executor: Executor

  constructor(path: string) {
    this.graph = Graph.open(path)
    this.#executor = new Executor(schema, this.graph, { limits: defaultLimits, timeLimit: 60_000 })
  }

  /** The operation, ready to be called again and again. */
  query(source: string, variableValues: Readonly<Record<string, unknown>> = {}): () => Data {
    const document = parse(source)
    assert.deepEqual(validate(schema, document), [])
    return () => {
      const result = this.#executor.run({ schema, document, variableValues })
      assert(!(result instanceof Promise) && !result.errors && result.data, JSON.stringify(result))
      return result.data
    }
  }

  /** The SQL that a call runs. */
  statements(call: () => unknown): string[] {
    const seen: string[] = []
    this.graph.engine.onStatement = (sql) => seen.push(sql)
    call()
    this.graph.engine.onStatement = null
    return seen
  }
}
