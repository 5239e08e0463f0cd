import { parentPort, workerData } from 'node:worker_threads'
import type { ExportRequest } from '../../formats/out/export-format.ts'
import { Graph } from '../../model/graph.ts'
import { errorMessage, UserError } from '../../values/errors.ts'
import { ChunkedSink } from './chunked-sink.ts'
import { type ExportAsk, exportPlan } from './export-plan.ts'
import { writeExport } from './write-export.ts'

/** What the thread is started with. */
export interface ExportJob {
  /** The graph's file. */
  readonly path: string
  readonly ask: ExportAsk
  readonly request: ExportRequest
  /** How many chunks may be sent as yet; a negative number ends the export. */
  readonly credit: SharedArrayBuffer
}

/** What it tells: pieces of the export, and how it ended. */
export type ExportMessage =
  | { readonly chunk: Uint8Array }
  | { readonly end: true }
  | { readonly refused: string }
  | { readonly failed: string }

/** Writes one export in a thread of its own, over a connection of its own, as fast as it is read. */
const { path, ask, request, credit }: ExportJob = workerData
if (!parentPort) throw new Error('This is a thread of the server’s.')
const port = parentPort
const tell = (message: ExportMessage) => port.postMessage(message)

try {
  const graph = Graph.open(path)
  const sink = new ChunkedSink(credit, (chunk) => tell({ chunk }))
  writeExport(graph, exportPlan(ask), sink, request)
  sink.end()
  graph.engine.close()
  tell({ end: true })
} catch (error) {
  if (error instanceof UserError) tell({ refused: error.message })
  else tell({ failed: error instanceof Error ? (error.stack ?? error.message) : errorMessage(error) })
}
