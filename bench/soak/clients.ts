import { connect, type Socket } from 'node:net'
import type { Asked } from './asked.ts'
import type { Told } from './verdict.ts'

const headers = { 'content-type': 'application/json', accept: 'application/json' }
const bodyOf = ({ query, variables }: Asked): string => JSON.stringify({ query, variables })

/** A client that behaves. */
export async function ask(url: string, asked: Asked, signal?: AbortSignal): Promise<Told> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: bodyOf(asked),
    ...(signal && { signal }),
  })
  return { status: answer.status, text: await answer.text() }
}

/** One that has lost patience. */
export async function abort(url: string, asked: Asked, after: number): Promise<void> {
  await ask(url, asked, AbortSignal.timeout(after)).catch(() => {})
}

function raw(url: string, text: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(text)
  return socket
}

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

/** One that asks and never reads. */
export function neverRead(url: string, asked: Asked): Socket {
  const body = bodyOf(asked)
  return raw(url, `${head(Buffer.byteLength(body))}${body}`).pause()
}

/** One that hangs up within its body. */
export function hangUp(url: string, asked: Asked): void {
  const body = bodyOf(asked)
  const socket = raw(url, `${head(Buffer.byteLength(body))}${body.slice(0, body.length >> 1)}`)
  setTimeout(() => socket.resetAndDestroy(), 20)
}
