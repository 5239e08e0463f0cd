import { readFileSync } from 'node:fs'
import { McpServer } from '@modelcontextprotocol/server'
import { packageRoot } from '../values/package-root.ts'
import type { AskedGraph } from './asked-graph.ts'
import { graphqlTool } from './graphql-tool.ts'
import { instructionsFor } from './instructions.ts'
import { nodeTool } from './node-tool.ts'
import { pathsTool } from './paths-tool.ts'
import { positionsTool } from './positions-tool.ts'
import { proposeReportTool } from './propose-report-tool.ts'
import { proposeStatementsTool } from './propose-statements-tool.ts'
import { addSchemaResources } from './schema-resource.ts'
import { searchTool } from './search-tool.ts'
import { statementsTool } from './statements-tool.ts'
import { addProposingTool, addReadingTool } from './tool.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('package.json', packageRoot), 'utf8'),
)

/** What one caller can do with a graph over the Model Context Protocol. Whoever may not write sees no tool that does. */
export function createMcpServer(graph: AskedGraph): McpServer {
  const server = new McpServer(
    { name: 'hearsay', title: 'Hearsay', version },
    // Neither list changes while somebody is connected, so there is nothing to be told of.
    {
      instructions: instructionsFor(graph.mayWrite),
      capabilities: { tools: { listChanged: false }, resources: { listChanged: false } },
    },
  )
  addReadingTool(server, graph, searchTool)
  addReadingTool(server, graph, nodeTool)
  addReadingTool(server, graph, positionsTool)
  addReadingTool(server, graph, statementsTool)
  addReadingTool(server, graph, pathsTool)
  addReadingTool(server, graph, graphqlTool)
  if (graph.mayWrite) {
    addProposingTool(server, graph, proposeReportTool)
    addProposingTool(server, graph, proposeStatementsTool)
  }
  addSchemaResources(server, graph)
  return server
}
