import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { createYoga, type GraphQLParams, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import { unauthenticated } from '../api/kit/role.ts'
import { parseWithinLimits } from '../api/run/document.ts'
import { type ErrorReport, toGraphQLError } from '../api/run/errors.ts'
import { Executor, type OperationBounds } from '../api/run/executor.ts'
import type { Limits } from '../api/run/limits.ts'
import { located } from '../api/run/places.ts'
import type { WriteDesk } from '../edits/request.ts'
import type { Graph } from '../model/graph.ts'
import { mapAnswer } from '../sql/engine.ts'
import { useAnswers } from './answer.ts'
import { AnswerStream } from './answer-stream.ts'
import { badRequest, readJson } from './body.ts'
import type { Caller } from './callers.ts'
import { Documents } from './documents.ts'
import { GatheredAnswers } from './gathered-answers.ts'
import type { AllowedOrigins } from './origin.ts'
import { PersistedQueries } from './persisted.ts'
import type { Rate } from './rate-limit.ts'
import { StreamGuards } from './stream-guards.ts'
import { Turns } from './turns.ts'
import { WriteLimit } from './write-limit.ts'

/** The context that Yoga is given beside a request that comes from node:http. */
interface ServerContext {
  readonly req?: IncomingMessage
  readonly res?: ServerResponse
  /** Who asks; left out where nobody says who they are. */
  readonly caller?: Caller
}

export interface YogaOptions extends OperationBounds {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  readonly report: ErrorReport
  /** The pages of other sites that may ask. */
  readonly origins: AllowedOrigins
  readonly documents?: Documents
  /** Whether whoever has not signed in is answered nothing. */
  readonly isPrivate?: boolean
  readonly writeRate?: Rate | undefined
  /** What changes the graph; without it nothing can be changed. */
  readonly desk?: WriteDesk | null
}

export type Yoga = YogaServerInstance<ServerContext, object>

/** GraphQL over HTTP: Yoga without what it does for its guests, and with our ways of parsing, running and failing. */
export function createGraphQLServer({
  schema,
  graph,
  report,
  origins,
  limits,
  timeLimit,
  documents = new Documents(),
  isPrivate = false,
  writeRate,
  desk = null,
}: YogaOptions): Yoga {
  const persisted = new PersistedQueries()
  const turns = new Turns()
  const executor = new Executor(schema, graph, { limits, timeLimit })
  const guards = new StreamGuards(graph.users, graph.engine)
  return createYoga<ServerContext>({
    schema,
    plugins: [
      useRequests({ origins, isPrivate }, persisted, turns),
      useBounds(executor, {
        limits,
        persisted,
        documents,
        turns,
        writes: new WriteLimit(writeRate),
        desk,
        guards,
      }),
      useAnswers(),
    ],
    maskedErrors: { maskError: (error) => toGraphQLError(error, report) },
    // Yoga would keep what is refused as well, and count documents and not how long they are.
    parserAndValidationCache: false,
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

/** What an operation is bounded by, and what is kept from one to the next. */
interface Kept {
  readonly limits: Limits
  readonly persisted: PersistedQueries
  readonly documents: Documents
  readonly turns: Turns
  readonly writes: WriteLimit
  readonly desk: WriteDesk | null
  readonly guards: StreamGuards
}

/** One plugin for all that happens to an operation: every further hook would cost every request. */
const useBounds = (
  executor: Executor,
  { limits, persisted, documents, turns, writes, desk, guards }: Kept,
): Plugin<object, ServerContext> => ({
  onParse({ params, setParseFn, setParsedDocument }) {
    const known = documents.get(String(params.source))
    if (known) setParsedDocument(known)
    else setParseFn((source, options) => parseWithinLimits(limits, source as string, options))
  },
  onValidate({ params, setResult }) {
    if (documents.isValid(params.documentAST)) setResult([])
  },
  onExecute: ({ setExecuteFn }) =>
    setExecuteFn((args) => {
      const user = args.contextValue?.caller?.user ?? null
      const refusal = user && writes.refusal(args.document, args.operationName, user)
      return mapAnswer(
        turns.run(() => (refusal ? { errors: [refusal] } : executor.run(args, { user, desk }))),
        (result) => {
          const params: GraphQLParams | undefined = args.contextValue?.params
          // What is refused has no data, and is not kept.
          if ('data' in result) {
            persisted.keep(params)
            if (params?.query) documents.keep(params.query, args.document)
          }
          return result
        },
      )
    }),
  onSubscribe: ({ setSubscribeFn }) =>
    setSubscribeFn(async ({ contextValue: { caller, res }, ...args }) => {
      const told = await executor.subscribe(args, { user: caller?.user ?? null })
      return 'next' in told ? guarded(new AnswerStream(new GatheredAnswers(told)), guards, caller, res) : told
    }),
  onExecutionResult({ result }) {
    if (result && 'errors' in result && result.errors) Object.assign(result, { stringify: withPlaces })
  },
})

/**
 * Ends a stream when its reader may not read on, and with its response: whoever hung up before there was one has nobody else
 * to end it.
 */
function guarded(
  stream: AnswerStream,
  guards: StreamGuards,
  caller: Caller | undefined,
  response: ServerResponse | undefined,
): AnswerStream {
  if (caller?.token) stream.onEnd = guards.watch(caller.token, (reason) => stream.endWith(reason))
  const end = () => void stream.return()
  if (response?.closed) end()
  else response?.once('close', end)
  return stream
}

/** Yoga writes errors out anew, and knows no places but the parser's. */
const withPlaces = (result: ExecutionResult): string =>
  JSON.stringify({
    ...result,
    errors: result.errors?.map((error) => shortenedError(located(error).toJSON())),
  })

/** A message may quote what was wrong, which may be as long as a request. */
const LONGEST_MESSAGE = 2_000

const shortenedError = (error: GraphQLFormattedError): GraphQLFormattedError =>
  error.message.length <= LONGEST_MESSAGE
    ? error
    : { ...error, message: `${error.message.slice(0, LONGEST_MESSAGE)}…` }

/**
 * POST takes JSON alone, which a browser sends to another site only with that site's leave; a GET that another site's
 * page makes is refused, unless that page may ask. So no page can make this server work without its owner's knowledge.
 */
const useRequests = (
  { origins, isPrivate }: Pick<YogaOptions, 'origins' | 'isPrivate'>,
  persisted: PersistedQueries,
  turns: Turns,
): Plugin<object, ServerContext> => ({
  onRequestParse({ request, requestParser, setRequestParser, serverContext, endResponse, fetchAPI }) {
    if (
      request.headers.get('sec-fetch-site') === 'cross-site' &&
      request.headers.get('sec-fetch-mode') !== 'navigate' &&
      !origins.readerFor(request.headers.get('origin'))
    )
      throw badRequest('Pages of other sites may not ask this server.', { status: 403 })
    const { refusal, user } = serverContext?.caller ?? {}
    if (refusal) throw refusal.toGraphQLError()
    if (isPrivate && !user) throw unauthenticated('This graph is private.')
    if (request.method === 'GET')
      return setRequestParser(inTurn(turns, serverContext?.req, guardedParser(requestParser, persisted)))
    if (request.method !== 'POST') return
    if (!isJson(request.headers.get('content-type')))
      return endResponse(new fetchAPI.Response('Send the query as application/json.\n', { status: 415 }))
    const incoming = serverContext?.req
    if (incoming)
      setRequestParser(
        inTurn(turns, incoming, () =>
          readJson(incoming).then((params) => persisted.resolved(params as GraphQLParams)),
        ),
      )
  },
})

/** The type in any case, whatever parameters follow it; application/graphql+json is its older name. */
const isJson = (contentType: string | null): boolean =>
  /^\s*application\/(graphql\+)?json\s*([;,]|$)/i.test(contentType ?? '')

type RequestParser = (
  request: Request,
) => ReturnType<NonNullable<Parameters<NonNullable<Plugin['onRequestParse']>>[0]['requestParser']>>

/** Whoever was read while others took long waits for a turn. */
const inTurn =
  (turns: Turns, incoming: IncomingMessage | undefined, parse: RequestParser): RequestParser =>
  async (request) => {
    const params = await parse(request)
    await turns.next(Number(incoming?.headers['content-length'] ?? 0))
    // Whoever hung up meanwhile is not worked for.
    if (incoming?.socket.destroyed) throw badRequest('The client hung up.')
    return params
  }

/** A parameter of the URL that holds no JSON is the caller's mistake and not ours. */
const guardedParser =
  (parse: RequestParser | undefined, persisted: PersistedQueries): RequestParser =>
  (request) =>
    persisted.resolved(parsedParameters(parse, request))

function parsedParameters(parse: RequestParser | undefined, request: Request): GraphQLParams {
  try {
    return (parse?.(request) ?? {}) as GraphQLParams
  } catch {
    throw badRequest('The variables or extensions in the URL are not JSON.')
  }
}
