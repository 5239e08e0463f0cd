import { parentPort, workerData } from 'node:worker_threads'
import { performWrite } from '../edits/perform.ts'
import type { WriteRequest } from '../edits/request.ts'
import { openDurableWriter, whyRefused } from '../model/open.ts'
import { errorMessage } from '../values/errors.ts'
import type { DeskAnswer, DeskJob } from './write-desk.ts'

/** The thread that changes a graph: one request after the other, over a connection of its own. */
const path: unknown = workerData
if (!parentPort || typeof path !== 'string') throw new Error('This is a thread of the server’s.')
const port = parentPort
const engine = openDurableWriter(path)

let last: Promise<unknown> = Promise.resolve()
port.on('message', ({ id, request }: DeskJob) => {
  last = last.then(async () => port.postMessage(await answerTo(id, request)))
})

async function answerTo(id: number, request: WriteRequest): Promise<DeskAnswer> {
  try {
    return { id, result: await performWrite(engine, request) }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : errorMessage(error)
    return { id, failure: { text, refusal: whyRefused(error) } }
  }
}
