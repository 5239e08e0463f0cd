import type { IncomingMessage, ServerResponse } from 'node:http'
import { createYoga, type GraphQLParams, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Admission } from './admission.ts'
import { useAnswers } from './answer.ts'
import { AnswerStream } from './answer-stream.ts'
import { answerText } from './answer-text.ts'
import { type BodyObject, badRequest, readJson } from './body.ts'
import type { Caller } from './callers.ts'
import { GatheredAnswers } from './gathered-answers.ts'
import type { Operations } from './operations.ts'
import type { PersistedQueries } from './persisted.ts'
import type { StreamGuards } from './stream-guards.ts'
import type { Turns } from './turns.ts'

/** The context that Yoga is given beside a request that comes from node:http. */
interface ServerContext {
  readonly req?: IncomingMessage
  readonly res?: ServerResponse
  /** Who asks; left out where there is no socket. */
  readonly caller?: Caller
  /** What was read of the request already, or why it could not be. */
  readonly body?: Promise<BodyObject>
}

export type Yoga = YogaServerInstance<ServerContext, object>

/** GraphQL over HTTP in all its forms: Yoga without what it does for its guests, and with our ways of running and failing. */
export const createYogaServer = (operations: Operations, admission: Admission, guards: StreamGuards): Yoga =>
  createYoga<ServerContext>({
    schema: operations.schema,
    plugins: [useRequests(admission, operations), useOperations(operations, guards), useAnswers()],
    maskedErrors: { maskError: (error) => operations.told(error) },
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

/** One plugin for all that happens to an operation: every further hook would cost every request. */
const useOperations = (operations: Operations, guards: StreamGuards): Plugin<object, ServerContext> => ({
  onParse({ params, setParseFn, setParsedDocument }) {
    const known = operations.documents.get(String(params.source))
    if (known) setParsedDocument(known)
    else setParseFn((source) => operations.parse(String(source)))
  },
  onValidate({ params, setResult }) {
    if (operations.documents.isValid(params.documentAST)) setResult([])
  },
  onExecute: ({ setExecuteFn }) =>
    setExecuteFn((args) => {
      const { params, caller, req: request } = args.contextValue ?? {}
      const { user = null, revisions } = caller ?? {}
      return operations.execute(args, { params, user, request, revisions })
    }),
  onSubscribe: ({ setSubscribeFn }) =>
    setSubscribeFn(async ({ contextValue: { caller, res }, ...args }) => {
      const told = await operations.executor.subscribe(args, { user: caller?.user ?? null })
      return 'next' in told ? guarded(new AnswerStream(new GatheredAnswers(told)), guards, caller, res) : told
    }),
  onExecutionResult({ result }) {
    if (result && !Array.isArray(result) && !(Symbol.asyncIterator in result))
      Object.assign(result, { stringify: () => answerText(result) })
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

const useRequests = (
  admission: Admission,
  { persisted, turns }: Operations,
): Plugin<object, ServerContext> => ({
  onRequestParse({ request, requestParser, setRequestParser, serverContext, endResponse, fetchAPI }) {
    const { headers } = request
    const page = {
      site: headers.get('sec-fetch-site'),
      mode: headers.get('sec-fetch-mode'),
      origin: headers.get('origin'),
    }
    const refusal = admission.refusal(page, serverContext?.caller)
    if (refusal) throw refusal
    const incoming = serverContext?.req
    if (request.method === 'GET')
      return setRequestParser(inTurn(turns, incoming, guardedParser(requestParser, persisted)))
    if (request.method !== 'POST') return
    if (!isJson(headers.get('content-type')))
      return endResponse(new fetchAPI.Response('Send the query as application/json.\n', { status: 415 }))
    if (!incoming) return
    const read = () => (serverContext.body ?? readJson(incoming)) as Promise<GraphQLParams>
    setRequestParser(inTurn(turns, incoming, () => read().then((params) => persisted.resolved(params))))
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
