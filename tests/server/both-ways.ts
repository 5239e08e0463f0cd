import { once } from 'node:events'
import { Agent, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'

/** The addresses of two servers that differ in one thing alone, and must answer alike. */
export type BothUrls = readonly [string, string]

export interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

const agent = new Agent({ keepAlive: true })

/** What comes back, but for what is another each time. */
async function answerTo(url: string, { method = 'POST', path = '/graphql', headers, body }: Asked) {
  const type = { 'content-type': 'application/json' }
  const asked = request(url + path, { method, headers: { ...type, ...headers }, agent })
  asked.end(body)
  const [response] = await once(asked, 'response')
  const { date: _, ...told } = response.headers
  const content = await buffer(response)
  const isText = !['br', 'gzip'].includes(String(told['content-encoding']))
  return {
    status: response.statusCode,
    headers: told,
    body: isText ? withoutIds(content.toString()) : content.toString('base64'),
    /** Yoga writes its headers with capitals. */
    isByYoga: response.rawHeaders.includes('Content-Type'),
  }
}

const withoutIds = (body: string): string =>
  body.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')

/** Asks both servers the same, again and again: what comes again is answered in another way. @returns Their last answers. */
export async function askBoth([first, second]: BothUrls, asked: Asked, times = 3) {
  let answers = [await answerTo(first, asked), await answerTo(second, asked)] as const
  for (let time = 1; time < times; time++) {
    expect({ ...answers[0], isByYoga: null }).toEqual({ ...answers[1], isByYoga: null })
    answers = [await answerTo(first, asked), await answerTo(second, asked)]
  }
  expect({ ...answers[0], isByYoga: null }).toEqual({ ...answers[1], isByYoga: null })
  return answers
}

const LAST = 'GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'

/** What comes back to these very bytes, sent in these pieces, until the server closes. */
export async function rawAnswers(url: string, pieces: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  // After a request of HTTP/1.0 the server ends the connection, and what comes with it is refused.
  const isLast = pieces.some((piece) => piece.includes('HTTP/1.0'))
  for (const piece of isLast ? pieces : [...pieces, LAST]) {
    socket.write(piece)
    await setTimeout(2)
  }
  const got = await text(socket)
  return got.replaceAll(/^date: .*\r\n/gim, '').replaceAll(/^[a-z-]+:/gim, (name) => name.toLowerCase())
}
