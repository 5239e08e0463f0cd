import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLError } from 'graphql'
import { Lru } from '../values/lru.ts'
import { ANSWER_HEADERS } from './answer.ts'
import { answerText } from './answer-text.ts'
import { compress, encodingFor, WORTHWHILE } from './compression.ts'

/** The two types that one JSON answer can have, as GraphQL over HTTP names them. */
type AnswerType = 'application/json' | 'application/graphql-response+json'

const types: ReadonlyMap<string, AnswerType> = new Map([
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
])

/**
 * The first of the types in an Accept header that an answer can have; null where there is none, or one that we do not know.
 * Most clients send one of a few, and are not read anew each time.
 */
export const answerType = (accept: string | undefined): AnswerType | null =>
  accept ? accepted.take(accept, typeIn) : 'application/json'

const accepted = new Lru<string, AnswerType | null>(100, (accept) => accept.length < 200)

function typeIn(accept: string): AnswerType | null {
  for (const part of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';')
    const charset = parameters.find((parameter) => parameter.includes('charset='))
    const known = types.get(type)
    if (known && (charset === undefined || charset === 'charset=utf-8')) return known
  }
  return null
}

function statusOf(errors: readonly GraphQLError[], type: AnswerType, hasData: boolean): number {
  const own = errors.map(({ extensions: { http } }) =>
    // An error of the request has the status 200 for whoever takes plain JSON.
    http?.spec && type === 'application/json' ? 0 : (http?.status ?? 0),
  )
  const isOurs = errors.some(({ extensions }) => !extensions.http && extensions.unexpected)
  return Math.max(...own) || (isOurs && !hasData ? 500 : 200)
}

/** The headers of all plain answers. To POST, nothing is kept. */
const commonHead = Object.entries({ ...ANSWER_HEADERS, 'cache-control': 'no-store' }).flat()

/** Sends a result as Yoga would. A client that has hung up is sent nothing. */
export function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  result: ExecutionResult,
): void | Promise<void> {
  const { errors } = result
  const type = answerType(request.headers.accept) ?? 'application/json'
  const text = answerText(result)
  const status = errors?.length ? statusOf(errors, type, 'data' in result) : 200
  const head = [...commonHead, 'content-type', `${type}; charset=utf-8`]
  if (errors) setErrorHeaders(response, errors)
  const encoding = encodingFor(request.headers['accept-encoding'])
  if (!encoding || text.length <= WORTHWHILE) return send(response, status, head, text)
  head.push('content-encoding', encoding)
  return compress(text, encoding).then((body) => send(response, status, head, body))
}

function setErrorHeaders(response: ServerResponse, errors: readonly GraphQLError[]): void {
  for (const { extensions } of errors)
    for (const [name, value] of Object.entries(extensions.http?.headers ?? {}))
      response.setHeader(name, value)
}

/** One list of names and values is what node writes fastest. */
function send(response: ServerResponse, status: number, head: string[], body: string | Buffer): void {
  if (response.closed || response.destroyed) return
  head.push('content-length', String(Buffer.byteLength(body)))
  response.writeHead(status, head)
  response.end(body)
}
