import type { Readable, Writable } from 'node:stream'
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import { defaultLimits } from '../api/run/limits.ts'
import { schema } from '../api/schema.ts'
import { createMcpServer } from '../mcp/mcp-server.ts'
import { isInFile } from '../model/address.ts'
import { Graph } from '../model/graph.ts'
import { openServed, openUpToDate } from '../model/open.ts'
import { type Asker, hasRole } from '../model/users/asker.ts'
import { defaultTimeLimit } from '../server/app.ts'
import { HeldDesk } from '../server/held-desk.ts'
import { Operations } from '../server/operations.ts'
import { OperationsGraph } from '../server/operations-graph.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { errorMessage, UnavailableError } from '../values/errors.ts'
import { patient, requireGraph, withGraphFile } from './graph-file.ts'
import { openProblem } from './graph-file-refusal.ts'
import { requireGraphFile } from './named-file.ts'
import type { Out } from './out.ts'
import { requireUser, withUsersToRead } from './user.ts'

export interface McpOptions {
  readonly db: string
  /** The user in whose name everything is done; the person at the machine, if not given. */
  readonly as?: string | undefined
  /** Whether nothing can be proposed. */
  readonly readOnly?: boolean | undefined
  /** Where the pages of the graph are. */
  readonly baseUrl?: string | undefined
}

/** What messages come by and go by. */
export interface McpStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined }
  readonly stdout: Writable
}

/** `hearsay mcp`: answers whoever has started it, until its input ends. Nothing but the protocol goes to its output. */
export async function mcpCommand(options: McpOptions, streams: McpStreams, out: Out): Promise<void> {
  prepareGraph(options, out)
  const { graph, close } = await openAsked(options, out)
  try {
    await answerUntilEnd(graph, streams, out)
  } finally {
    await close()
  }
}

/** Brings a graph of an earlier version up to date, as every command that writes does. */
function prepareGraph({ db, readOnly = false }: McpOptions, out: Out): void {
  if (isInFile(db)) requireGraphFile(db, '--db')
  else requireGraph(db, '')
  if (readOnly) opened(db, openUpToDate).close()
  else withGraphFile(db, { patience: patient(db, out) }, () => {})
}

/** The graph as its one client may ask it. Everything is done in this thread: there is nobody else to wait for it. */
async function openAsked({ db, as, readOnly = false, baseUrl }: McpOptions, out: Out) {
  const userId = as === undefined ? null : withUsersToRead(db, out, (users) => requireUser(users, as).id)
  const served = opened(db, openServed)
  const graph = new Graph(served.engine)
  const desk = readOnly ? null : new HeldDesk(db)
  const report = (id: string, error: unknown) => out.error(`error ${id}: ${errorMessage(error)}`)
  const bounds = { limits: defaultLimits, timeLimit: defaultTimeLimit }
  const operations = new Operations({ schema, graph, report, desk, ...bounds })
  const user = () => {
    if (served.fate() !== 'same') throw new UnavailableError(`${db} was replaced. Start hearsay mcp anew.`)
    return userId === null ? personAtMachine : userNow(graph, userId)
  }
  const close = async () => {
    await desk?.close()
    await served.engine.close()
  }
  const first = await user()
  const asking = { user, baseUrl: baseUrl ?? null, mayWrite: !readOnly && hasRole(first, 'EDITOR') }
  return { graph: new OperationsGraph(operations, asking), close }
}

/** Whoever can write the file may do all. */
const personAtMachine: Asker = { id: null, name: 'the person at the machine', role: 'ADMIN' }

/** The user as they are now. */
function userNow(graph: Graph, id: number): Answer<Asker> {
  return mapAnswer(graph.users.byIds([id]), ([user]) => {
    if (user && user.removedAt === null) return user
    throw new UnavailableError('The user in whose name this was started has been removed.')
  })
}

/** What a file is opened as, or why it cannot be. */
function opened<T>(db: string, open: (path: string) => T): T {
  try {
    return open(db)
  } catch (error) {
    throw openProblem(db, error)
  }
}

async function answerUntilEnd(
  graph: OperationsGraph,
  { stdin, stdout }: McpStreams,
  out: Out,
): Promise<void> {
  if (stdin.isTTY) out.error(FOR_PEOPLE)
  const end = new Promise<void>((resolve) => {
    stdin.once('end', resolve)
    stdin.once('close', resolve)
  })
  const server = serveStdio(() => createMcpServer(graph), {
    transport: new StdioServerTransport(stdin, stdout),
    onerror: (error) => out.error(`A message could not be read: ${onOneLine(errorMessage(error))}`),
    // Its lists never change, so nobody need listen to them.
    maxSubscriptions: 0,
  })
  await end
  await server.close()
}

const FOR_PEOPLE =
  'This waits for a program that speaks the Model Context Protocol, which would start it by itself. Ctrl-D ends it.'

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300)
