import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { ExportRequest } from '../../formats/out/export-format.ts'
import type { Graph } from '../../model/graph.ts'
import { UserError } from '../../values/errors.ts'
import { type ExportAsk, exportPlan } from './export-plan.ts'
import { ExportStream } from './export-stream.ts'
import type { ExportJob, ExportMessage } from './export-worker.ts'
import { writeExport } from './write-export.ts'

/** Makes exports. What is wrong with one that was asked for ends its stream with a UserError. */
export interface Exports {
  open(ask: ExportAsk, request: ExportRequest): Readable
  /** How many are being written, with those whose readers are gone and that have not found out yet. */
  readonly busy: number
  /** Ends what still waits for its reader. */
  close(): Promise<void>
}

/** Milliseconds without an export after which a thread ends. */
const IDLE = 10 * 60_000

interface ExportThread {
  readonly worker: Worker
  /** What it is writing. */
  stream: ExportStream | null
  readonly idle: NodeJS.Timeout
}

/** Writes exports in threads, each of which has a connection of its own and writes one at a time. */
export class ThreadExports implements Exports {
  readonly #path: string
  readonly #script: URL
  readonly #threads = new Set<ExportThread>()

  /** @param script What a thread runs, where this is not run as it is built. */
  constructor(path: string, script = new URL('./export-worker.js', import.meta.url)) {
    this.#path = path
    this.#script = script
  }

  get busy(): number {
    return [...this.#threads].filter(({ stream }) => stream !== null).length
  }

  open(ask: ExportAsk, request: ExportRequest): Readable {
    const thread = [...this.#threads].find(({ stream }) => stream === null) ?? this.#start()
    const stream = new ExportStream()
    thread.stream = stream
    thread.worker.postMessage({ ask, request, credit: stream.credit } satisfies ExportJob)
    return stream
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()))
  }

  #start(): ExportThread {
    const worker = new Worker(this.#script, {
      workerData: this.#path,
      // Most of what an export makes is gone at once.
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    })
    worker.unref()
    const idle = setTimeout(() => thread.stream === null && void worker.terminate(), IDLE).unref()
    const thread: ExportThread = { worker, stream: null, idle }
    worker.on('message', (message: ExportMessage) => this.#take(thread, message))
    worker.on('error', (error) => this.#forget(thread, error as Error))
    worker.on('exit', () => this.#forget(thread, new Error('The thread that exports has ended.')))
    this.#threads.add(thread)
    return thread
  }

  #take(thread: ExportThread, message: ExportMessage): void {
    const { stream, idle } = thread
    if ('end' in message) {
      thread.stream = null
      idle.refresh()
    }
    if (!stream?.destroyed) stream?.hear(message)
  }

  #forget(thread: ExportThread, error: Error): void {
    clearTimeout(thread.idle)
    this.#threads.delete(thread)
    thread.stream?.destroy(error)
  }
}

/** Writes exports in this thread, each as a whole: for graphs that are small, where no thread can be started. */
export class LocalExports implements Exports {
  readonly busy = 0
  readonly #graph: Graph

  constructor(graph: Graph) {
    this.#graph = graph
  }

  open(ask: ExportAsk, request: ExportRequest): Readable {
    const parts: Uint8Array[] = []
    const sink = { write: (content: string | Uint8Array) => void parts.push(Buffer.from(content)) }
    try {
      writeExport(this.#graph, exportPlan(ask), sink, request)
      return Readable.from(parts, { objectMode: false })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const refused = new Readable({ read() {} })
      refused.destroy(error)
      return refused
    }
  }

  async close(): Promise<void> {}
}
