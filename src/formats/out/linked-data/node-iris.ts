import type { AssessmentItem } from '../../../dossier/format.ts'
import { nodeKinds } from '../../../values/node-kinds.ts'
import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'

/** What the names of nodes begin with where no address is known at which their pages are. */
export const NAME_START = 'urn:hearsay:'

/** Gives nodes their IRIs: the addresses of their pages, or else names that are made of their slugs. */
export class NodeIris {
  readonly #graph: ExportedGraph
  readonly #baseUrl: string | null

  /** @param baseUrl The address at which the graph's pages are, without a slash at its end. */
  constructor(graph: ExportedGraph, baseUrl: string | null) {
    this.#graph = graph
    this.#baseUrl = baseUrl
  }

  /** The IRI of a node that is named by its slug. */
  named(type: NodeType, slug: string): string {
    const node = this.#graph.named(type, slug)
    return this.#iri(node.type, node.id, slug)
  }

  of({ type, id, item }: ExportedNode): string {
    return this.#iri(type, id, item.slug)
  }

  /** Assessments have no page: theirs is that of the claim. */
  ofAssessment({ id, item }: ExportedNode & { readonly item: AssessmentItem }): string {
    if (this.#baseUrl === null) return this.#iri('ASSESSMENT', id, item.slug)
    return `${this.named('CLAIM', item.claim)}#${id}`
  }

  #iri(type: NodeType, id: string, slug: string): string {
    const { one } = nodeKinds[type]
    return this.#baseUrl === null ? `${NAME_START}${one}:${slug}` : `${this.#baseUrl}/${one}/${id}`
  }
}

/** The IRI of a part of a node, such as its figure, which is nowhere else. */
export const partIri = (iri: string, part: string): string => `${iri}${iri.includes('#') ? '-' : '#'}${part}`
