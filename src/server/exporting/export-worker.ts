import { parentPort, workerData } from 'node:worker_threads'
import type { ExportRequest } from '../../formats/out/export-format.ts'
import { Graph } from '../../model/graph.ts'
import { HeldEngine } from '../../model/held-engine.ts'
import { loadEngine, openReader } from '../../model/open.ts'
import type { ImmediateEngine } from '../../sql/engine.ts'
import { DatabaseLostError, errorMessage, type Loss, UserError } from '../../values/errors.ts'
import { ChunkedSink, ExportStopped } from './chunked-sink.ts'
import { type ExportAsk, exportPlan } from './export-plan.ts'
import { writeExport } from './write-export.ts'

/** What a thread is asked to write. */
export interface ExportJob {
  readonly ask: ExportAsk
  readonly request: ExportRequest
  /** How many chunks may be sent as yet; a negative number ends the export. */
  readonly credit: SharedArrayBuffer
}

/** What it tells: pieces of the export, and how it ended. */
export type ExportMessage = { readonly chunk: Uint8Array } | ExportEnd
export type ExportEnd =
  | { readonly end: 'written' | 'stopped' }
  | { readonly end: 'refused' | 'failed'; readonly message: string }
  /** The database was lost: when, why, and by what code that is known. */
  | { readonly end: 'lost'; readonly message: string; readonly loss: Loss; readonly code: string }

/** The thread that writes exports: one after the other, over a connection of its own, each as fast as it is read. */
const path: unknown = workerData
if (!parentPort || typeof path !== 'string') throw new Error('This is a thread of the server’s.')
const port = parentPort
await loadEngine(path)
const held = new HeldEngine(() => {
  const engine = openReader(path)
  engine.spareMemory()
  return engine
})
/** The graph over each engine that was held. */
const graphs = new WeakMap<ImmediateEngine, Graph>()

function graphNow(): Graph {
  const engine = held.now()
  const graph = graphs.get(engine) ?? new Graph(engine)
  graphs.set(engine, graph)
  return graph
}

port.on('message', (job: ExportJob) => port.postMessage(write(job) satisfies ExportMessage))

function write({ ask, request, credit }: ExportJob): ExportEnd {
  try {
    const sink = new ChunkedSink(credit, (chunk) => port.postMessage({ chunk } satisfies ExportMessage))
    writeExport(graphNow(), exportPlan(ask), sink, request)
    sink.end()
    return { end: 'written' }
  } catch (error) {
    if (error instanceof ExportStopped) return { end: 'stopped' }
    if (error instanceof UserError) return { end: 'refused', message: error.message }
    if (error instanceof DatabaseLostError) {
      const { reason, loss, code } = error
      return { end: 'lost', message: reason, loss, code }
    }
    const message = error instanceof Error ? (error.stack ?? error.message) : errorMessage(error)
    return { end: 'failed', message }
  }
}
