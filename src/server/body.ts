import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import { isObjectLike } from '../values/is-object-like.ts'

/** The largest body that is read: a query that is longer than this is a mistake, or worse. */
export const LARGEST_BODY = 1024 * 1024

/** A body that is one JSON object. */
export type BodyObject = Readonly<Record<string, unknown>>

/** Reads a JSON object from a request, and stops reading where it grows too large. */
export const readJson = (request: IncomingMessage): Promise<BodyObject> =>
  readBody(request, LARGEST_BODY, parsedBody)

/** What a request's body is read as, once all of it is there; it is not read on beyond so many bytes. */
export function readBody<T>(
  request: IncomingMessage,
  largest: number,
  read: (body: Buffer) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > largest) return reject(tooLargeBody(largest))
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > largest) reject(tooLargeBody(largest))
      else chunks.push(chunk)
    })
    request.on('end', () => {
      try {
        const [only] = chunks
        resolve(read(only && chunks.length === 1 ? only : Buffer.concat(chunks)))
      } catch (error) {
        reject(error)
      }
    })
    // Whoever hangs up hears nothing any more; it is their mistake all the same, and no error of ours.
    const endedEarly = () => reject(badRequest('The body ended too early.'))
    request.on('error', endedEarly)
    request.on('close', () => request.complete || endedEarly())
  })
}

function parsedBody(body: Buffer): BodyObject {
  let value: unknown
  try {
    value = JSON.parse(body.toString())
  } catch {
    throw badRequest('The body is not JSON.')
  }
  if (!isObjectLike(value) || Array.isArray(value))
    throw badRequest('The body must be a JSON object, with one operation in it.')
  return value
}

export const badRequest = (message: string, http: Record<string, unknown> = { status: 400 }): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http } })

const tooLargeBody = (largest: number): GraphQLError =>
  new GraphQLError(`The body is larger than ${largest / 1024} KiB.`, {
    // Whatever follows on this connection is the rest of the body.
    extensions: { code: 'PAYLOAD_TOO_LARGE', http: { status: 413, headers: { connection: 'close' } } },
  })
