import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceTemplate,
} from '@modelcontextprotocol/server'
import type { AskedGraph } from './asked-graph.ts'

const mimeType = 'application/graphql'

/** The schema by which the tool `graphql` is asked: all of it, and each type by itself. */
export function addSchemaResources(server: McpServer, graph: AskedGraph): void {
  server.registerResource(
    'schema',
    'hearsay://schema.graphql',
    {
      title: 'The schema of the API',
      description: 'All types of the GraphQL API with their descriptions, about 200,000 characters.',
      mimeType,
    },
    ({ href }) => ({ contents: [{ uri: href, mimeType, text: graph.schemaText() }] }),
  )
  server.registerResource(
    'type',
    new ResourceTemplate('hearsay://schema/{type}', { list: undefined }),
    {
      title: 'One type of the API',
      description: 'A type with its fields and arguments, such as Query, Claim or StatementFilter.',
      mimeType,
    },
    ({ href }, { type }) => {
      const text = graph.typeText(String(type))
      if (text === null)
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          `The schema has no type ${String(type).slice(0, 100)}. Query is where reading begins: hearsay://schema/Query.`,
        )
      return { contents: [{ uri: href, mimeType, text }] }
    },
  )
}
