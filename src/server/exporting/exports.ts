import { Readable } from 'node:stream'
import type { ExportRequest } from '../../formats/out/export-format.ts'
import type { Graph } from '../../model/graph.ts'
import { UserError } from '../../values/errors.ts'
import { type ExportAsk, exportPlan } from './export-plan.ts'
import { ExportStream } from './export-stream.ts'
import { writeExport } from './write-export.ts'

/** Makes exports. What is wrong with one that was asked for ends its stream with a UserError. */
export interface Exports {
  open(ask: ExportAsk, request: ExportRequest): Readable
}

/** Writes each export in a thread of its own. */
export class ThreadExports implements Exports {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  open(ask: ExportAsk, request: ExportRequest): Readable {
    return new ExportStream({ path: this.#path, ask, request })
  }
}

/** Writes exports in this thread, each as a whole: for graphs that are small, where no thread can be started. */
export class LocalExports implements Exports {
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
}
