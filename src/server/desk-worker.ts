import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { isDoneAtOnce, performWrite, type RequestAtOnce } from '../edits/perform.ts'
import { type Outcome, performTogether } from '../edits/perform-together.ts'
import { HeldEngine } from '../model/held-engine.ts'
import { loadEngine, openDurableWriter } from '../model/open.ts'
import type { DeskAnswer, DeskJob } from './write-desk.ts'
import { failureOf } from './writer-failure.ts'

/**
 * The thread that changes a graph: one request after the other, over a connection of its own. Those that came while the disk
 * was waited for are written together.
 */
const path: unknown = workerData
if (!parentPort || typeof path !== 'string') throw new Error('This is a thread of the server’s.')
const port = parentPort
await loadEngine(path)
const held = new HeldEngine(() => openDurableWriter(path))

const waiting: DeskJob[] = []
let isAtWork = false
port.on('message', (job: DeskJob) => {
  waiting.push(job)
  if (!isAtWork) void work()
})

async function work(): Promise<void> {
  isAtWork = true
  for (let job = takeNext(); job; job = takeNext()) {
    const { id, request } = job
    if (isDoneAtOnce(request)) answerTogether(id, request)
    else port.postMessage(answerOf(id, await outcomeOf(request)))
  }
  isAtWork = false
}

/** The next that waits, also where its message has not been heard yet because the thread was at work. */
function takeNext(isWanted = (_: DeskJob): boolean => true): DeskJob | undefined {
  const heard = waiting.length === 0 ? receiveMessageOnPort(port) : undefined
  if (heard) waiting.push(heard.message)
  const [first] = waiting
  return first && isWanted(first) ? waiting.shift() : undefined
}

function answerTogether(first: number, request: RequestAtOnce): void {
  const ids = [first]
  const outcomes = together(request, () => {
    const job = takeNext((one) => isDoneAtOnce(one.request))
    if (!job || !isDoneAtOnce(job.request)) return undefined
    ids.push(job.id)
    return job.request
  })
  outcomes.forEach((outcome, index) => {
    port.postMessage(answerOf(ids[index] ?? 0, outcome))
  })
}

/** Where there is no engine, what was asked first fails, and the others are not taken up. */
function together(first: RequestAtOnce, next: () => RequestAtOnce | undefined): Outcome[] {
  try {
    return performTogether(held.now(), first, next)
  } catch (error) {
    return [{ error }]
  }
}

async function outcomeOf(request: DeskJob['request']): Promise<Outcome> {
  try {
    return { result: await performWrite(held.now(), request) }
  } catch (error) {
    return { error }
  }
}

function answerOf(id: number, outcome: Outcome): DeskAnswer {
  if ('result' in outcome) return { id, result: outcome.result }
  return { id, failure: failureOf(outcome.error) }
}
