import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a PostgreSQL server that can be cut, or fall silent, while others to the same server stay as they are. */
export class Wire {
  /** The server's address by this way. */
  readonly address: string
  readonly #sockets: Set<Socket>
  readonly #close: () => void
  #isSilent = false

  private constructor(address: string, sockets: Set<Socket>, close: () => void) {
    this.address = address
    this.#sockets = sockets
    this.#close = close
  }

  static async to(server: string): Promise<Wire> {
    const url = new URL(server)
    const folder = url.searchParams.get('host')
    const port = Number(url.port || 5432)
    const host = url.hostname
    const sockets = new Set<Socket>()
    const listener = createServer((near) => {
      const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, host)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from)
        from.on('data', (bytes) => wire.#isSilent || to.write(bytes))
        from.on('error', () => to.destroy())
        from.on('close', () => to.destroy())
      }
    })
    listener.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    url.searchParams.delete('host')
    url.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`
    const wire = new Wire(url.href, sockets, () => listener.close())
    onTestFinished(() => wire.cut())
    return wire
  }

  /** Nothing that is sent arrives any more, and nobody is told. */
  silence(): void {
    this.#isSilent = true
  }

  /** Ends all connections by this way, and lets no other begin. */
  cut(): void {
    this.#close()
    for (const socket of this.#sockets) socket.destroy()
  }
}
