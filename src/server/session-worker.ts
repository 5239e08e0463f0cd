import { parentPort, workerData } from 'node:worker_threads'
import { HeldEngine } from '../model/held-engine.ts'
import { loadEngine, openDurableWriter } from '../model/open.ts'
import { performSession, type SessionRequest } from '../model/users/session-request.ts'
import { type IssuedToken, UserWriter } from '../model/users/write.ts'
import { failureOf } from './writer-failure.ts'
import type { WriterAnswer, WriterJob } from './writer-thread.ts'

/** The thread that opens and ends sessions, over a connection of its own. */
const path: unknown = workerData
if (!parentPort || typeof path !== 'string') throw new Error('This is a thread of the server’s.')
const port = parentPort
await loadEngine(path)
const held = new HeldEngine(() => openDurableWriter(path))

port.on('message', (job: WriterJob<SessionRequest>) => port.postMessage(answerTo(job)))

function answerTo({ id, request }: WriterJob<SessionRequest>): WriterAnswer<IssuedToken | null> {
  try {
    return { id, result: performSession(new UserWriter(held.now()), request) }
  } catch (error) {
    return { id, failure: failureOf(error) }
  }
}
