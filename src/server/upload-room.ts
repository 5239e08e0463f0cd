import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

const RETRY_AFTER = '5'
const FULL = 'Other files are being imported, and there is no room for this one. Try again in a while.'

/** The room for files that are sent: so many bytes of them are held at a time, whoever sends them. */
export class UploadRoom {
  readonly #most: number
  readonly #largest: number
  #held = 0

  /** @param largest The bytes of the largest request; one that does not say how large it is counts as that. */
  constructor(most: number, largest: number) {
    this.#most = most
    this.#largest = largest
  }

  /** Does the work with what a request sends; or throws where there is no room for it. */
  async during<T>({ headers }: IncomingMessage, work: () => Promise<T>): Promise<T> {
    const length = Number(headers['content-length'] ?? this.#largest)
    const size = Math.min(length, this.#largest)
    if (this.#held + size > this.#most) throw noRoom().toGraphQLError()
    this.#held += size
    try {
      return await work()
    } finally {
      this.#held -= size
    }
  }
}

const noRoom = (): Refusal =>
  new Refusal(FULL, { code: 'BUSY', status: 503, headers: { 'retry-after': RETRY_AFTER } })
