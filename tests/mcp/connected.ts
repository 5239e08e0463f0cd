import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterAll } from 'vitest'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { LocalDesk } from '../../src/edits/perform.ts'
import { createMcpServer } from '../../src/mcp/mcp-server.ts'
import { Operations } from '../../src/server/operations.ts'
import { type AskingClient, OperationsGraph } from '../../src/server/operations-graph.ts'
import type { UserRole } from '../../src/values/vocabulary.ts'
import type { Answer, World } from '../graph-fixture.ts'

/** What a client got of a tool. */
export interface Called {
  /** What the tool gives as data; its shape is the tool's. */
  readonly data: Answer
  readonly text: string
  readonly isError: boolean
}

/** A client as its tests use it. */
export interface Connected {
  readonly client: Client
  readonly toolNames: () => Promise<string[]>
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<Called>
}

export function connectedBy(client: Client): Connected {
  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { structuredContent, content, isError = false } = await client.callTool({ name, arguments: args })
    const [first] = content
    return { data: structuredContent, text: first?.type === 'text' ? first.text : '', isError }
  }
  const toolNames = async () => (await client.listTools()).tools.map(({ name }) => name)
  return { client, call, toolNames }
}

/** What was masked for those who asked. */
export const unexpected: unknown[] = []

/** A client of the SDK that asks a graph in this process, as somebody with a role, or as nobody. */
export async function connect(
  { graph, writer }: World,
  role: UserRole | null,
  asking: Partial<AskingClient> = {},
): Promise<Connected> {
  const operations = new Operations({
    schema,
    graph,
    report: (_, error) => unexpected.push(error),
    desk: new LocalDesk(writer),
    limits: defaultLimits,
    timeLimit: 5_000,
  })
  const hasEditor = role === 'EDITOR' || role === 'ADMIN'
  const user = () => (role === null ? null : { id: null, name: 'somebody', role })
  const asked = new OperationsGraph(operations, { user, baseUrl: null, mayWrite: hasEditor, ...asking })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const server = createMcpServer(asked)
  const client = new Client({ name: 'test', version: '1.0.0' })
  await Promise.all([server.connect(ours), client.connect(theirs)])
  afterAll(() => client.close())
  return connectedBy(client)
}
