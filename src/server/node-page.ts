import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql'
import type { Graph } from '../model/graph.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { nodeKinds } from '../values/node-kinds.ts'

/** The kinds of node that have pages, under addresses such as /actor/russia. */
const kinds = Object.values(nodeKinds).flatMap(({ one, hasPage }) => (hasPage ? [one] : []))

/** Tells which pages are about something that is not in the graph, by what the pages themselves ask first. */
export class NodePages {
  readonly #schema: GraphQLSchema
  readonly #graph: Graph
  readonly #lookups: ReadonlyMap<string, DocumentNode>

  constructor(schema: GraphQLSchema, graph: Graph) {
    this.#schema = schema
    this.#graph = graph
    const fields = schema.getQueryType()?.getFields() ?? {}
    const lookups = kinds.filter((kind) => Object.hasOwn(fields, kind))
    this.#lookups = new Map(
      lookups.map((kind) => [kind, parse(`query ($id: ID!) { node: ${kind}(id: $id) { id } }`)]),
    )
  }

  isMissing(path: string): Answer<boolean> {
    const [, kind = '', name = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(path) ?? []
    const document = this.#lookups.get(kind)
    if (!document) return false
    const id = decoded(name)
    if (id === null) return true
    const found = execute({
      schema: this.#schema,
      document,
      variableValues: { id },
      contextValue: { graph: this.#graph },
    })
    // Where the lookup itself fails, the page says what is wrong.
    return mapAnswer(found, ({ data, errors }) => !errors && data?.node === null)
  }
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}
