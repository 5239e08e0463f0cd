import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler } from '@modelcontextprotocol/server'
import type { AskedGraph } from '../mcp/asked-graph.ts'
import { createMcpServer } from '../mcp/mcp-server.ts'
import type { BodyObject } from './body.ts'

/** A message that was read, and the request by which it came. */
export interface PostedMessage {
  readonly message: BodyObject
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Answers one message of the Model Context Protocol by a server that is made for it, since who asks decides what it offers. */
export function answerMcpMessage(
  graph: AskedGraph,
  { message, request, response }: PostedMessage,
): Promise<void> {
  // Its lists never change for a caller, so nobody need listen to them.
  const handler = createMcpHandler(() => createMcpServer(graph), { maxSubscriptions: 0 })
  // The adapter's types let nothing be undefined.
  const posted = Object.assign(request, { method: 'POST', url: request.url ?? '/mcp' })
  return toNodeHandler(handler, { onerror: (error) => void graph.told(error) })(posted, response, message)
}
