import type { IncomingMessage } from 'node:http'
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  Kind,
  OperationTypeNode,
  printSchema,
  printType,
  validate,
} from 'graphql'
import type { AskedDocument, AskedGraph, GraphAnswer, ToldError } from '../mcp/asked-graph.ts'
import type { Asker } from '../model/users/asker.ts'
import type { Answer } from '../sql/engine.ts'
import { answerText } from './answer-text.ts'
import { badRequest } from './body.ts'
import type { Operations } from './operations.ts'
import type { CallerRevisions } from './written-revisions.ts'

/** Who asks, and by which way. */
export interface AskingClient {
  /** Looked up for each operation: a role may be taken away while somebody is connected. */
  readonly user: () => Answer<Asker | null>
  /** Where the pages of the graph are; null where that is not known. */
  readonly baseUrl: string | null
  /** Whether they may write, as they are when they come. */
  readonly mayWrite: boolean
  /** The request by which it came, where there is one. */
  readonly request?: IncomingMessage | undefined
  readonly revisions?: CallerRevisions | undefined
}

/** A graph as tools ask it: each document goes the way of those that come to /graphql, with the same bounds and turns. */
export class OperationsGraph implements AskedGraph {
  readonly baseUrl: string | null
  readonly #operations: Operations
  readonly #client: AskingClient

  constructor(operations: Operations, client: AskingClient) {
    this.baseUrl = client.baseUrl
    this.#operations = operations
    this.#client = client
  }

  get mayWrite(): boolean {
    return this.#client.mayWrite
  }

  read(asked: AskedDocument): Promise<GraphAnswer> {
    return this.#answer(asked, refuseAllButQueries)
  }

  write(asked: AskedDocument): Promise<GraphAnswer> {
    return this.#answer(asked, () => {})
  }

  told(error: unknown): ToldError {
    const [told = { message: 'Unexpected error' }] = plainAnswer(this.#operations.failure(error)).errors ?? []
    return told
  }

  schemaText(): string {
    return printSchema(this.#operations.schema)
  }

  typeText(name: string): string | null {
    const type = this.#operations.schema.getType(name)
    return type ? printType(type) : null
  }

  async #answer(asked: AskedDocument, check: (document: DocumentNode) => void): Promise<GraphAnswer> {
    try {
      return plainAnswer(await this.#result(asked, check))
    } catch (error) {
      return plainAnswer(this.#operations.failure(error))
    }
  }

  async #result(
    { query, variables, operationName }: AskedDocument,
    check: (document: DocumentNode) => void,
  ): Promise<ExecutionResult> {
    const { documents, schema, turns } = this.#operations
    const document = documents.get(query) ?? this.#operations.parse(query)
    check(document)
    const errors = documents.isValid(document) ? [] : validate(schema, document)
    if (errors.length > 0) return { errors: errors.map((error) => this.#operations.told(error)) }
    await turns.next(query.length)
    const { user, request, revisions } = this.#client
    if (request?.socket.destroyed) throw badRequest('The client hung up.')
    return this.#operations.execute(
      { schema, document, variableValues: variables, operationName },
      { params: { query }, user: await user(), request, revisions },
    )
  }
}

/** Also those that are not the one to be answered: whoever reads need not have them in the document. */
function refuseAllButQueries({ definitions }: DocumentNode): void {
  const other = definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== OperationTypeNode.QUERY,
  )
  if (other)
    throw new GraphQLError('Only queries are answered here. Leave every mutation and subscription out.', {
      nodes: other,
      extensions: { code: 'BAD_REQUEST' },
    })
}

/** The answer as a client of /graphql reads it. */
const plainAnswer = (result: ExecutionResult): GraphAnswer => JSON.parse(answerText(result))
