import type { FileFormat, Sink } from '../export-format.ts'
import { TallyCounter } from '../tally.ts'
import { networkEdges, spellOf } from './network-edges.ts'
import { networkNodes } from './network-nodes.ts'
import { edgeAttributes, type NetworkAttribute, type NetworkEdge, nodeAttributes } from './network-parts.ts'
import { xmlAttributes } from './xml-text.ts'

const head = `<?xml version="1.0" encoding="UTF-8"?>
<gexf version="1.3" xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
<meta><creator>Hearsay</creator><description>Actors: who speaks about whom, who belongs to whom, who takes whose side</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
`

/** The actors' network as GEXF 1.3: what graphology writes of it has no times. */
export const gexfFormat: FileFormat = {
  name: 'gexf',
  title: 'GEXF',
  endings: ['gexf'],
  description:
    'The network of actors for Gephi, with times: who speaks about whom, who belongs to whom, who takes whose side.',
  isBundle: false,
  mediaType: 'application/gexf+xml',
  write(graph, sink) {
    const tally = new TallyCounter()
    const slugs = new Map<number, string>()
    sink.write(head + declared('node', nodeAttributes) + declared('edge', edgeAttributes))
    sink.write('<nodes>\n')
    for (const { id, label, values } of networkNodes(graph, slugs, tally))
      writeElement(sink, 'node', { id, label }, nodeAttributes, values)
    sink.write('</nodes>\n<edges>\n')
    for (const edge of networkEdges(graph, slugs, tally))
      writeElement(sink, 'edge', edgeHead(edge), edgeAttributes, edge.values)
    sink.write('</edges>\n</graph>\n</gexf>\n')
    return tally
  },
}

function declared(of: string, attributes: readonly NetworkAttribute[]): string {
  const each = attributes.map(
    ({ name, type }) => `<attribute${xmlAttributes({ id: name, title: name, type })}/>\n`,
  )
  return `<attributes class="${of}" mode="static">\n${each.join('')}</attributes>\n`
}

/** Edges of the same two are told apart by their kind. */
const edgeHead = (edge: NetworkEdge) => ({
  id: edge.id,
  source: edge.from,
  target: edge.to,
  kind: edge.values.kind,
  weight: edge.weight,
  ...spellOf(edge),
})

function writeElement<Name extends string>(
  sink: Sink,
  element: string,
  head: Parameters<typeof xmlAttributes>[0],
  attributes: readonly { readonly name: Name }[],
  values: Readonly<Partial<Record<Name, Parameters<typeof xmlAttributes>[0][string]>>>,
): void {
  const told = attributes
    .filter(({ name }) => values[name] !== undefined && values[name] !== null)
    .map(({ name }) => `<attvalue${xmlAttributes({ for: name, value: values[name] })}/>`)
  sink.write(`<${element}${xmlAttributes(head)}><attvalues>${told.join('')}</attvalues></${element}>\n`)
}
