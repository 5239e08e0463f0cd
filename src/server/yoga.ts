import type { IncomingMessage } from 'node:http'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { createYoga, type GraphQLParams, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Graph } from '../graph/graph.ts'
import { type Report, toGraphQLError } from '../graphql/errors.ts'
import { type Bounds, Executor } from '../graphql/executor.ts'
import { type Limits, parseWithin } from '../graphql/limits.ts'
import { Lru } from '../lru.ts'
import { useAnswers } from './answer.ts'
import { badRequest, readJson } from './body.ts'
import type { Origins } from './origin.ts'
import { PersistedQueries } from './persisted.ts'

/** What Yoga is given beside a request that comes from node:http. */
interface ServerContext {
  readonly req?: IncomingMessage
}

export interface YogaOptions extends Bounds {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  readonly report: Report
  /** Which pages of other sites may ask. */
  readonly origins: Origins
}

export type Yoga = YogaServerInstance<ServerContext, object>

/** Documents that were parsed before, unless they are so long that keeping many of them would fill the memory. */
const documentCache = <Value>() => new Lru<string, Value>(1_000, (source) => source.length <= 20_000)

/** GraphQL over HTTP: Yoga without what it does for its guests, and with our ways of parsing, running and failing. */
export function createGraphQLServer({
  schema,
  graph,
  report,
  origins,
  limits,
  timeLimit,
}: YogaOptions): Yoga {
  const persisted = new PersistedQueries()
  return createYoga<ServerContext>({
    schema,
    plugins: [
      useRequests(origins, persisted),
      useBounds(new Executor(schema, graph, { limits, timeLimit }), limits, persisted),
      useAnswers(),
    ],
    maskedErrors: { maskError: (error) => toGraphQLError(error, report) },
    parserAndValidationCache: {
      documentCache: documentCache<DocumentNode>(),
      errorCache: documentCache<Error>(),
    },
    // Bodies are counted as they are read, in readJson: Yoga's way takes each of them through two more streams.
    maxRequestBodySize: false,
    // Which pages may read answers is said of all addresses, in crossOrigin.
    cors: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    // No URL ends in a space, so this never answers: /health is the router's.
    healthCheckEndpoint: ' ',
  })
}

/** One plugin for all that happens to an operation: every further hook would cost every request. */
const useBounds = (
  executor: Executor,
  limits: Limits,
  persisted: PersistedQueries,
): Plugin<object, ServerContext> => ({
  onParse: ({ setParseFn }) =>
    setParseFn((source, options) => parseWithin(limits, source as string, options)),
  onExecute: ({ setExecuteFn }) =>
    setExecuteFn((args) => {
      const result = executor.run(args)
      // What is refused has no data, and is not kept.
      if ('data' in result) persisted.keep(args.contextValue?.params)
      return result
    }),
})

/**
 * POST takes JSON alone, which a browser sends to another site only with that site's leave; a GET that another site's
 * page makes is refused, unless that page may ask. So no page can make this server work without its owner's knowledge.
 */
const useRequests = (origins: Origins, persisted: PersistedQueries): Plugin<object, ServerContext> => ({
  onRequestParse({ request, requestParser, setRequestParser, serverContext, endResponse, fetchAPI }) {
    if (
      request.headers.get('sec-fetch-site') === 'cross-site' &&
      request.headers.get('sec-fetch-mode') !== 'navigate' &&
      !origins.readerFor(request.headers.get('origin'))
    )
      throw badRequest('Pages of other sites may not ask this server.', { status: 403 })
    if (request.method === 'GET') return setRequestParser(guarded(requestParser, persisted))
    if (request.method !== 'POST') return
    if (!isJson(request.headers.get('content-type')))
      return endResponse(new fetchAPI.Response('Send the query as application/json.\n', { status: 415 }))
    const incoming = serverContext?.req
    if (incoming)
      setRequestParser(() => readJson(incoming).then((params) => persisted.resolved(params as GraphQLParams)))
  },
})

/** The type in any case, whatever parameters follow it; application/graphql+json is its older name. */
const isJson = (contentType: string | null): boolean =>
  /^\s*application\/(graphql\+)?json\s*([;,]|$)/i.test(contentType ?? '')

type RequestParser = (
  request: Request,
) => ReturnType<NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>>

/** A parameter of the URL that holds no JSON is the caller's mistake and not ours. */
const guarded =
  (parse: RequestParser | undefined, persisted: PersistedQueries): RequestParser =>
  (request) =>
    persisted.resolved(parsed(parse, request))

function parsed(parse: RequestParser | undefined, request: Request): GraphQLParams {
  try {
    return (parse?.(request) ?? {}) as GraphQLParams
  } catch {
    throw badRequest('The variables or extensions in the URL are not JSON.')
  }
}
