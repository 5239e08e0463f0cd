import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type GraphQLSchema, printSchema } from 'graphql'
import type { Logger } from 'pino'
import { defaultLimits, type Limits } from '../api/run/limits.ts'
import type { WriteDesk } from '../edits/request.ts'
import { contextDocument } from '../formats/out/linked-data/linked-terms.ts'
import type { Graph } from '../model/graph.ts'
import { type Answer, mapAnswer } from '../sql/engine.ts'
import { UnavailableError } from '../values/errors.ts'
import { Access, type AccessOptions } from './access.ts'
import { askingPageOf, OTHER_SITE } from './admission.ts'
import { CompressedText } from './compressed-text.ts'
import { crossOrigin } from './cross-origin.ts'
import type { Explorer } from './explorer.ts'
import { ExportHandler } from './export-handler.ts'
import { type Exports, LocalExports } from './exporting/exports.ts'
import { unavailableText } from './graph-refusal.ts'
import { type GraphiQL, graphiqlIsMissing } from './graphiql.ts'
import { createGraphQLServer } from './graphql-server.ts'
import { hostsOf, isLoopback, onlyBy } from './host.ts'
import { ImportEndpoint } from './import-endpoint.ts'
import { McpEndpoint } from './mcp-endpoint.ts'
import { NodePages } from './node-page.ts'
import { AllowedOrigins } from './origin.ts'
import type { QueryThreads } from './query-threads.ts'
import type { Question } from './question.ts'
import { type Handle, reply, replyJson, replyText } from './reply.ts'
import { logRequest } from './request-log.ts'
import { sizesOf, startPage, startPolicy } from './start-page.ts'
import { wholeAddresses } from './target.ts'
import { unavailable } from './unavailable.ts'
import type { Yoga } from './yoga.ts'

export interface AppOptions {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  readonly log: Logger
  /** The place that the graph is kept in, as the start page says it, such as “one file”. */
  readonly storage?: string
  /** Offered on the start page. */
  readonly questions?: readonly Question[]
  /** Takes the place of the start page, and whatever address nothing else answers. */
  readonly explorer?: Explorer | null
  /** The page that a browser sees at /graphql. */
  readonly graphiql?: GraphiQL | null
  readonly limits?: Partial<Limits>
  /** The milliseconds that an operation may take. */
  readonly timeLimit?: number
  /**
   * The address on which the server listens. One that listens on this machine alone answers by the machine's own names
   * alone.
   */
  readonly host?: string
  /** Further names by which it answers; `*` for all. A server that others reach answers by any, where none are named. */
  readonly allowHost?: readonly string[]
  /** The origins whose pages may ask besides the server's own, as `originOf` writes them; `*` for all. */
  readonly allowOrigin?: readonly string[]
  /** Who may do what, and how they sign in. */
  readonly access?: AccessOptions
  /** What changes the graph; without it nothing can be changed. */
  readonly desk?: WriteDesk | null
  /** Where long queries are answered; without them, in the server's own thread. */
  readonly threads?: QueryThreads | null
  /** What writes exports; without it, they are written in the server's own thread. */
  readonly exports?: Exports | null
  /** Whether plain queries are answered without Yoga; a test compares both. */
  readonly lane?: boolean
}

export interface App {
  /** Answers a request of node:http's server. */
  readonly handle: Handle
  /** GraphQL without a socket: `yoga.fetch(url, init)`. */
  readonly yoga: Yoga
}

/** The milliseconds that an operation may take. */
export const defaultTimeLimit = 5_000

/** Everything that is served, on one port. */
export function createApp({
  schema,
  graph,
  log,
  storage = 'one file',
  questions = [],
  explorer = null,
  graphiql = null,
  limits,
  timeLimit = defaultTimeLimit,
  host = '127.0.0.1',
  allowHost = [],
  allowOrigin = [],
  access: accessOptions = {},
  desk = null,
  threads = null,
  exports = null,
  lane = true,
}: AppOptions): App {
  const report = (id: string, error: unknown) =>
    log.error({ id, err: error }, 'An unexpected error was masked')
  const bounds = { limits: { ...defaultLimits, ...limits }, timeLimit }
  const origins = new AllowedOrigins(allowOrigin, isLoopback(host))
  const access = new Access(graph.users, log, accessOptions)
  const { isPrivate } = access
  const { writeRate } = accessOptions
  const graphql = createGraphQLServer({
    schema,
    graph,
    report,
    origins,
    isPrivate,
    writeRate,
    desk,
    threads,
    lane,
    ...bounds,
  })
  const { operations, admission } = graphql
  const mcp = new McpEndpoint({
    operations,
    admission,
    origins,
    route: access.route,
    mayWrite: desk !== null,
  })
  const importing = new ImportEndpoint({ operations, admission, origins, route: access.route, desk })
  const sdl = new CompressedText(`${printSchema(schema)}\n`)
  const linkedContext = new CompressedText(`${JSON.stringify(contextDocument(), null, 2)}\n`)
  const nodePages = new NodePages(schema, graph)
  const exporting = new ExportHandler(
    exports ?? new LocalExports(graph),
    (request) => access.route.originOf(request),
    log,
  )

  const pages: Readonly<Record<string, Handle>> = {
    '/': (request, response) => {
      const headers = { 'content-security-policy': startPolicy }
      return mapAnswer(sizesOf(schema, graph), (sizes) =>
        reply(request, response, { type: HTML, body: startPage(sizes, questions, storage), headers }),
      )
    },
    '/health': (request, response) =>
      mapAnswer(canAnswer(graph), (isWell) =>
        replyJson(request, response, isWell ? 200 : 503, { status: isWell ? 'ok' : 'unavailable' }),
      ),
    '/schema.graphql': (request, response) =>
      sdl.serve(request, response, { type: 'text/plain; charset=utf-8' }),
    '/context.jsonld': (request, response) =>
      linkedContext.serve(request, response, { type: 'application/ld+json' }),
  }

  const handle: Handle = (request, response) => {
    logRequest(log, request, response)
    const path = urlPath(request)
    if (path === '/graphql') {
      if (!wantsPage(request))
        return mapAnswer(access.callerOf(request, response), (caller) =>
          graphql.handle(request, response, caller),
        )
      return graphiql ? graphiql.servePage(request, response) : graphiqlIsMissing(request, response)
    }
    if (path === '/mcp')
      return mapAnswer(access.callerOf(request, response), (caller) => mcp.handle(request, response, caller))
    const served = access.serve(path, request, response)
    if (served) return served instanceof Promise ? served : undefined
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (ImportEndpoint.answers(path) && !isReading)
      return mapAnswer(access.callerOf(request, response), (caller) =>
        importing.handle(path, request, response, caller),
      )
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined
    if (isReading && graphiql?.serveFile(path, request, response)) return
    if (ExportHandler.answers(path)) {
      if (admission.refusesPage(askingPageOf(request))) return replyText(request, response, 403, OTHER_SITE)
      return unlessRefused(request, response, () =>
        isReading ? exporting.handle(path, request, response) : notAllowed(request, response),
      )
    }
    const isExplored = isReading && (!page || path === '/')
    // Whether something is in a private graph is not told to whoever may not read it.
    const isMissing = isExplored && explorer && !isPrivate ? nodePages.isMissing(path) : false
    return mapAnswer(isMissing, (missing) => {
      if (isExplored && explorer?.serve(path, missing, request, response)) return
      if (path === '/health') return isReading ? page?.(request, response) : notAllowed(request, response)
      return unlessRefused(request, response, () => {
        if (!page) return replyText(request, response, 404, NOT_FOUND)
        return isReading ? page(request, response) : notAllowed(request, response)
      })
    })
  }
  /** Answers whoever may see a page of a private graph. */
  const unlessRefused = (
    request: IncomingMessage,
    response: ServerResponse,
    answer: () => void | Promise<void>,
  ): void | Promise<void> =>
    mapAnswer(access.refuses(request, response), (isRefused) => (isRefused ? undefined : answer()))

  const shared = crossOrigin(handle, origins)
  const named = onlyBy(hostsOf(host, allowHost, accessOptions.baseUrl), shared)
  return {
    yoga: graphql.yoga,
    handle: guardedHandle(wholeAddresses(access.route.byForwardedHost(named)), report),
  }
}

const HTML = 'text/html; charset=utf-8'
const NOT_FOUND =
  'There is nothing here. GraphQL is at /graphql, its schema at /schema.graphql, and / leads on.'

const urlPath = ({ url = '/' }: IncomingMessage): string => {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}

const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true

function notAllowed(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('allow', 'GET, HEAD')
  replyText(request, response, 405, 'This can only be read: use GET.')
}

/** Whether a query would find the graph. */
function canAnswer(graph: Graph): Answer<boolean> {
  try {
    const probed = mapAnswer(graph.engine.probe(), () => true)
    return probed instanceof Promise ? probed.catch(() => false) : probed
  } catch {
    return false
  }
}

/** Whatever goes wrong costs one answer and never the server. */
function guardedHandle(handle: Handle, report: (id: string, error: unknown) => void): Handle {
  const fail = (error: unknown, request: IncomingMessage, response: ServerResponse) => {
    if (error instanceof UnavailableError && !response.headersSent)
      return unavailable(unavailableText(error), request, response)
    const id = randomUUID()
    report(id, error)
    if (response.headersSent) response.destroy()
    else replyText(request, response, 500, `Unexpected error ${id}`)
  }
  return (request, response) => {
    try {
      const handled = handle(request, response)
      return handled && Promise.resolve(handled).catch((error) => fail(error, request, response))
    } catch (error) {
      fail(error, request, response)
    }
  }
}
