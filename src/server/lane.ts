import type { IncomingMessage, ServerResponse } from 'node:http'
import { type DocumentNode, getOperationAST } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import { isObjectLike } from '../values/is-object-like.ts'
import type { Admission } from './admission.ts'
import { type BodyObject, readJson } from './body.ts'
import type { Caller } from './callers.ts'
import type { Operations } from './operations.ts'
import { answerType, sendResult } from './plain-answer.ts'

/** Answers a request in every form of GraphQL over HTTP; its body may have been read already. */
export type HandOn = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  body?: Promise<BodyObject>,
) => void | Promise<void>

type PlainParams = BodyObject & GraphQLParams & { readonly query: string }

/** A document that was answered before, and what it is asked with. */
interface PlainQuery {
  readonly params: PlainParams
  readonly document: DocumentNode
}

/**
 * The fast way in: a document that was answered before, asked again by POST for one JSON answer, straight from node:http
 * to node:http. Yoga takes each request through the classes of fetch, which for a small question is two thirds of its cost.
 * Whatever is not that plain, be it new, wrong or a subscription, is handed on to Yoga, with the body as far as it was read.
 */
export class Lane {
  readonly #operations: Operations
  readonly #admission: Admission
  readonly #handOn: HandOn

  constructor(operations: Operations, admission: Admission, handOn: HandOn) {
    this.#operations = operations
    this.#admission = admission
    this.#handOn = handOn
  }

  handle(request: IncomingMessage, response: ServerResponse, caller: Caller): void | Promise<void> {
    if (!this.#takes(request, caller)) return this.#handOn(request, response, caller)
    const body = readJson(request)
    return body.then(
      (params) => {
        const query = this.#plainQuery(params)
        return query
          ? this.#inTurn(query, request, response, caller)
          : this.#handOn(request, response, caller, body)
      },
      () => this.#handOn(request, response, caller, body),
    )
  }

  /** Whether a request may be a plain one, as far as its head says. */
  #takes({ method, url, headers }: IncomingMessage, caller: Caller): boolean {
    if (method !== 'POST' || url !== '/graphql' || !PLAIN_JSON.test(headers['content-type'] ?? ''))
      return false
    if (answerType(headers.accept) === null) return false
    const page = { site: headers['sec-fetch-site'], mode: headers['sec-fetch-mode'], origin: headers.origin }
    return this.#admission.refusal(page, caller) === null
  }

  #plainQuery(body: BodyObject): PlainQuery | null {
    const { documents, persisted } = this.#operations
    try {
      const params = persisted.resolved(body)
      if (!isPlain(params)) return null
      const document = documents.get(params.query)
      const operation = document && getOperationAST(document, params.operationName)
      return operation && operation.operation !== 'subscription' ? { params, document } : null
    } catch {
      // Yoga meets it again, and tells of it.
      return null
    }
  }

  #inTurn(
    query: PlainQuery,
    request: IncomingMessage,
    response: ServerResponse,
    caller: Caller,
  ): void | Promise<void> {
    let turn: Promise<void> | null
    try {
      turn = this.#operations.turns.next(Number(request.headers['content-length'] ?? 0))
    } catch (error) {
      return sendResult(request, response, this.#operations.failure(error))
    }
    return turn
      ? turn.then(() => this.#answer(query, request, response, caller))
      : this.#answer(query, request, response, caller)
  }

  #answer(
    { params, document }: PlainQuery,
    request: IncomingMessage,
    response: ServerResponse,
    { user, revisions }: Caller,
  ): void | Promise<void> {
    // Whoever hung up meanwhile is not worked for.
    if (request.socket.destroyed) return
    const { schema } = this.#operations
    const { variables: variableValues, operationName } = params
    const args = { schema, document, variableValues, operationName }
    const result = this.#operations.execute(args, { params, user, request, revisions })
    return result instanceof Promise
      ? result.then((later) => sendResult(request, response, later))
      : sendResult(request, response, result)
  }
}

const PLAIN_JSON = /^application\/json(; ?charset=utf-8)?$/i

const expected = new Set(['query', 'variables', 'operationName', 'extensions'])

/** Whether a body has all that it must have, and nothing that Yoga would refuse. */
function isPlain(params: BodyObject): params is PlainParams {
  const { query, variables, extensions } = params
  for (const name in params) if (!expected.has(name)) return false
  return typeof query === 'string' && isPlainObject(variables) && isPlainObject(extensions)
}

const isPlainObject = (value: unknown): boolean =>
  value == null || (isObjectLike(value) && !Array.isArray(value))
