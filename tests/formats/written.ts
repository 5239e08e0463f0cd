import type { BundleFormat, FileFormat } from '../../src/formats/out/export-format.ts'
import { ExportedGraph } from '../../src/formats/out/exported-graph.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'

const request = { baseUrl: null, at: new Date('2026-01-02T03:04:05Z') }

interface Written {
  readonly bytes: Buffer
  readonly text: string
  readonly left: Readonly<Record<string, number>>
}

/** A graph in a format of one file. */
export function written(graph: ImmediateEngine, format: FileFormat, baseUrl: string | null = null): Written {
  const parts: Buffer[] = []
  const sink = { write: (content: string | Uint8Array) => void parts.push(Buffer.from(content)) }
  const tally = graph.snapshot(() => format.write(new ExportedGraph(graph), sink, { ...request, baseUrl }))
  const bytes = Buffer.concat(parts)
  return { bytes, text: bytes.toString('utf8'), left: tally.left }
}

/** A graph in a format of several files, by their names. */
export function writtenBundle(graph: ImmediateEngine, format: BundleFormat): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer[]>()
  graph.snapshot(() =>
    format.write(
      new ExportedGraph(graph),
      {
        file(name) {
          const parts: Buffer[] = []
          files.set(name, parts)
          return { write: (content) => void parts.push(Buffer.from(content)) }
        },
      },
      request,
    ),
  )
  return new Map([...files].map(([name, parts]) => [name, Buffer.concat(parts)]))
}
