import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable, Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { ExportHandler } from '../../src/server/export-handler.ts'

/** An export that goes on and on. */
const endless = () =>
  new Readable({
    read() {
      this.push(Buffer.alloc(65_536))
    },
  })

let logged = ''
const log = pino(
  new Writable({
    write(line, _, done) {
      logged += line
      done()
    },
  }),
)
const exports = { busy: 0, open: endless, close: async () => {} }
/** Whoever reads on takes far more than that, also where a busy machine stands still for a while. */
const pace = { every: 1_000, least: 20_000 }
const handler = new ExportHandler(exports, () => 'http://graph.example', log, pace)
const server = createServer((request, response) => handler.handle(request.url ?? '', request, response))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.closeAllConnections())

/** Asks for an export, and takes a little of it now and then; all there is where it is not slow. */
function reader({ isSlow }: { isSlow: boolean }) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  let status = ''
  const head = new Promise<string>((resolve) => {
    socket.once('data', (bytes) => {
      status = bytes.toString('latin1', 9, 12)
      if (isSlow) socket.pause()
      resolve(status)
    })
  })
  if (!isSlow) socket.on('data', () => {})
  socket.write('GET /export/graph.yaml HTTP/1.1\r\nHost: graph.example\r\n\r\n')
  return { socket, head }
}

test('whoever takes hardly anything of an export does not hold its place, and who reads on does', async () => {
  const steady = reader({ isSlow: false })
  const slow = reader({ isSlow: true })
  expect([await steady.head, await slow.head]).toEqual(['200', '200'])
  expect(await reader({ isSlow: true }).head).toBe('503')
  await expect.poll(() => logged, { timeout: 10_000 }).toContain('its reader took less than')
  expect(JSON.parse(logged.trim())).toMatchObject({ level: 40, path: '/export/graph.yaml' })
  await expect.poll(() => reader({ isSlow: true }).head, { timeout: 10_000 }).toBe('200')
  expect(steady.socket.destroyed).toBe(false)
  steady.socket.destroy()
})
