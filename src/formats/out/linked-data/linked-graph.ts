import type { Fields } from '../../../dossier/fields.ts'
import { nodeKinds } from '../../../values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../../values/vocabulary.ts'
import type { ExportRequest } from '../export-format.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import type { TallyCounter } from '../tally.ts'
import { actorParts, eventParts, placeParts } from './entity-record.ts'
import { linkedAddress } from './linked-address.ts'
import { type LinkedField, linkedFields } from './linked-fields.ts'
import type { LinkedRecord } from './linked-record.ts'
import { linkedTerms } from './linked-terms.ts'
import { NodeIris } from './node-iris.ts'
import { assessmentParts, claimParts, provenanceOf, sourceParts } from './said-record.ts'
import { SpanRecords } from './span-record.ts'

/** The whole graph as records of linked data, one for each node, in the order of a dossier. All formats write these. */
export class LinkedGraph {
  readonly #graph: ExportedGraph
  readonly #iris: NodeIris
  readonly #spans: SpanRecords

  constructor(graph: ExportedGraph, { baseUrl }: ExportRequest) {
    this.#graph = graph
    this.#iris = new NodeIris(graph, baseUrl)
    this.#spans = new SpanRecords(graph)
  }

  *records(tally: TallyCounter): Generator<LinkedRecord> {
    for (const type of nodeTypes)
      for (const node of this.#graph.nodes(type)) {
        tally.wrote(nodeKinds[type].many)
        yield this.#recordOf(node)
      }
  }

  #recordOf(node: ExportedNode): LinkedRecord {
    const id = isOf(node, 'ASSESSMENT') ? this.#iris.ofAssessment(node) : this.#iris.of(node)
    const parts = this.#parts(id, node)
    return { id, type: parts.type ?? [], ...this.#plain(node), ...parts }
  }

  #plain({ type, item }: ExportedNode): Omit<LinkedRecord, 'id'> {
    const fields: Fields = item
    const given = linkedFields[nodeKinds[type].many].filter(({ field }) => fields[field] !== undefined)
    return Object.fromEntries(given.map((field) => [field.term, this.#valueOf(field, fields[field.field])]))
  }

  #valueOf({ term, names }: LinkedField, value: unknown): unknown {
    if (names !== undefined)
      return Array.isArray(value)
        ? value.map((slug) => this.#iris.named(names, String(slug)))
        : this.#iris.named(names, String(value))
    if (linkedTerms[term].form === 'address') return linkedAddress(String(value))
    return value
  }

  #parts(iri: string, node: ExportedNode): Omit<LinkedRecord, 'id'> {
    if (isOf(node, 'PLACE')) return placeParts(iri, node.item)
    if (isOf(node, 'ACTOR')) return actorParts(iri, node.item, this.#iris)
    if (isOf(node, 'EVENT')) return eventParts(iri, node.item, this.#iris)
    if (isOf(node, 'SOURCE')) return sourceParts(node.item, this.#iris)
    if (isOf(node, 'CLAIM')) return claimParts(iri, node.item, this.#iris)
    if (isOf(node, 'STATEMENT')) return this.#statementParts(iri, node)
    if (isOf(node, 'ASSESSMENT'))
      return assessmentParts(iri, node.item, this.#graph.named('CLAIM', node.item.claim).name)
    throw new Error(`${node.type} is a kind of node that linked data has no record for.`)
  }

  #statementParts(iri: string, { item }: ExportedNode<'STATEMENT'>): Omit<LinkedRecord, 'id'> {
    const { source, span } = item
    const provenance = provenanceOf(iri, item, this.#iris)
    if (!span) return provenance
    const annotation = this.#spans.annotation(iri, { source, span }, this.#iris.named('SOURCE', source))
    return { ...provenance, annotation }
  }
}

const isOf = <Type extends NodeType>(node: ExportedNode, type: Type): node is ExportedNode<Type> =>
  node.type === type
