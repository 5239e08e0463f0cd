import type { IncomingMessage, ServerResponse } from 'node:http'
import { compress, type Encoding, encodingFor } from './compression.ts'
import { answerHash } from './etag.ts'
import { replyStored } from './reply.ts'

/** A text that is always the same, compressed once for each encoding that is asked for. */
export class CompressedText {
  readonly #text: string
  readonly #hash: string
  readonly #encoded = new Map<Encoding, Promise<Buffer>>()

  constructor(text: string) {
    this.#text = text
    this.#hash = answerHash(text)
  }

  async serve(
    request: IncomingMessage,
    response: ServerResponse,
    { type, headers }: { type: string; headers?: Readonly<Record<string, string>> },
  ): Promise<void> {
    const encoding = encodingFor(request.headers['accept-encoding'])
    const body = encoding ? await this.#compressed(encoding) : this.#text
    replyStored(request, response, {
      type,
      body,
      hash: this.#hash,
      encoding,
      headers: { vary: 'accept-encoding', ...headers },
    })
  }

  #compressed(encoding: Encoding): Promise<Buffer> {
    const body = this.#encoded.get(encoding) ?? compress(this.#text, encoding)
    this.#encoded.set(encoding, body)
    return body
  }
}
