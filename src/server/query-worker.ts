import { parentPort, workerData } from 'node:worker_threads'
import type { ExecutionResult } from 'graphql'
import { schema } from '../api/schema.ts'
import { Graph } from '../model/graph.ts'
import { errorMessage } from '../values/errors.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import { answerText } from './answer-text.ts'
import { Operations } from './operations.ts'
import type { ThreadAnswer, ThreadGraph, ThreadQuery } from './query-threads.ts'

/** The thread that answers long queries: one after the other, over a connection of its own, which sees each commit. */
const isGraph = (value: unknown): value is ThreadGraph =>
  isObjectLike(value) && typeof value.path === 'string'
if (!parentPort || !isGraph(workerData)) throw new Error('This is a thread of the server’s.')
const port = parentPort
const { path, ...bounds } = workerData

/** What was masked of the answer that is being made. */
let unexpected: { id: string; error: unknown }[] = []
const report = (id: string, error: unknown) => void unexpected.push({ id, error: sendable(error) })
const operations = new Operations({ schema, graph: Graph.open(path), report, ...bounds })

port.on('message', async (asked: ThreadQuery) => {
  const start = performance.now()
  unexpected = []
  const result = await resultOf(asked)
  port.postMessage({
    text: answerText(result),
    hasData: 'data' in result,
    errors: (result.errors ?? []).map(({ extensions }) => extensions),
    unexpected,
    milliseconds: performance.now() - start,
  } satisfies ThreadAnswer)
})

async function resultOf({ query, operationName, variables, user }: ThreadQuery): Promise<ExecutionResult> {
  try {
    const document = operations.documents.get(query) ?? operations.parse(query)
    const args = { schema, document, operationName, variableValues: variables }
    return await operations.execute(args, { params: { query }, user })
  } catch (error) {
    return operations.failure(error)
  }
}

// It is ready.
port.postMessage(null)

/** An engine's error would arrive without its message, and what else is thrown may be nothing that can be sent. */
const sendable = (error: unknown): unknown =>
  error instanceof Error
    ? Object.assign(new Error(error.message), { stack: error.stack })
    : errorMessage(error)
