import type { FileFormat } from '../export-format.ts'
import { TallyCounter } from '../tally.ts'
import { networkEdges, spellOf } from './network-edges.ts'
import { networkNodes } from './network-nodes.ts'
import { edgeAttributes, type NetworkAttribute, nodeAttributes } from './network-parts.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

const nodeKeys: readonly NetworkAttribute[] = [{ name: 'label', type: 'string' }, ...nodeAttributes]
const edgeKeys: readonly NetworkAttribute[] = [
  { name: 'weight', type: 'integer' },
  ...edgeAttributes,
  { name: 'start', type: 'string' },
  { name: 'end', type: 'string' },
]

/** The actors' network as GraphML. It has no times of its own: they are attributes. */
export const graphmlFormat: FileFormat = {
  name: 'graphml',
  title: 'GraphML',
  endings: ['graphml'],
  description:
    'The network of actors for yEd, Cytoscape, igraph or NetworkX: who speaks about whom, who belongs to whom, who takes ' +
    'whose side.',
  isBundle: false,
  mediaType: 'application/graphml+xml',
  write(graph, sink) {
    const tally = new TallyCounter()
    const slugs = new Map<number, string>()
    sink.write(head + declared('node', nodeKeys) + declared('edge', edgeKeys))
    sink.write('<graph id="actors" edgedefault="directed">\n')
    for (const { id, label, values } of networkNodes(graph, slugs, tally))
      sink.write(`<node${xmlAttributes({ id })}>${dataOf('node', { label, ...values })}</node>\n`)
    for (const edge of networkEdges(graph, slugs, tally)) {
      const { id, from: source, to: target, weight, values } = edge
      const ends = xmlAttributes({ id, source, target })
      sink.write(`<edge${ends}>${dataOf('edge', { weight, ...values, ...spellOf(edge) })}</edge>\n`)
    }
    sink.write('</graph>\n</graphml>\n')
    return tally
  },
}

const graphmlTypes = { string: 'string', integer: 'int', boolean: 'boolean' } as const

const declared = (of: 'node' | 'edge', keys: readonly NetworkAttribute[]): string =>
  keys
    .map(({ name, type }) => {
      const key = { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': graphmlTypes[type] }
      return `<key${xmlAttributes(key)}/>\n`
    })
    .join('')

const dataOf = (of: 'node' | 'edge', values: Parameters<typeof xmlAttributes>[0]): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`)
    .join('')
