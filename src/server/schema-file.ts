import type { IncomingMessage, ServerResponse } from 'node:http'
import { type GraphQLSchema, printSchema } from 'graphql'
import { compress, type Encoding, encodingFor } from './compression.ts'
import { hashOf } from './etag.ts'
import { replyStored } from './reply.ts'

/** The schema in GraphQL's own language, printed once and compressed once for each encoding. */
export class SchemaFile {
  readonly #text: string
  readonly #hash: string
  readonly #encoded = new Map<Encoding, Promise<Buffer>>()

  constructor(schema: GraphQLSchema) {
    this.#text = `${printSchema(schema)}\n`
    this.#hash = hashOf(this.#text)
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding'])
    replyStored(request, response, {
      type: 'text/plain; charset=utf-8',
      body: encoding ? await this.#compressed(encoding) : this.#text,
      hash: this.#hash,
      encoding,
      headers: { vary: 'accept-encoding' },
    })
  }

  #compressed(encoding: Encoding): Promise<Buffer> {
    const body = this.#encoded.get(encoding) ?? compress(this.#text, encoding)
    this.#encoded.set(encoding, body)
    return body
  }
}
