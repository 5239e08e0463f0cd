import { Writer } from 'n3'
import type { ExportRequest, ExportTally, FileFormat, Sink } from '../export-format.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { TallyCounter } from '../tally.ts'
import { LinkedGraph } from './linked-graph.ts'
import { prefixes, triplesOf } from './triples.ts'

/** The graph as Turtle: the triples of a node stand together. */
export const turtle: FileFormat = {
  name: 'turtle',
  title: 'Turtle',
  isBundle: false,
  endings: ['ttl'],
  mediaType: 'text/turtle',
  description: 'The same linked data as JSON-LD, in the form of RDF that people read.',
  write: (graph, sink, request) => writeTriples(graph, sink, request, { prefixes }),
}

/** The graph as N-Quads: a triple a line, all of them in the default graph. */
export const nQuads: FileFormat = {
  name: 'nquads',
  title: 'N-Quads',
  isBundle: false,
  endings: ['nq'],
  mediaType: 'application/n-quads',
  description: 'The same linked data as JSON-LD, a triple a line, for triple stores.',
  write: (graph, sink, request) => writeTriples(graph, sink, request, { format: 'N-Quads' }),
}

/** n3's writer gives some words at a time, which go on together, node by node. */
function writeTriples(
  graph: ExportedGraph,
  sink: Sink,
  request: ExportRequest,
  options: ConstructorParameters<typeof Writer>[0],
): ExportTally {
  const tally = new TallyCounter()
  let pieces = ''
  const collector = {
    write(piece: string) {
      pieces += piece
    },
    end() {},
  }
  const writer = new Writer(collector, options)
  for (const record of new LinkedGraph(graph, request).records(tally)) {
    for (const triple of triplesOf(record)) writer.addQuad(triple)
    sink.write(pieces)
    pieces = ''
  }
  writer.end()
  sink.write(pieces)
  return tally
}
