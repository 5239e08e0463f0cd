import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'

/** A way to a PostgreSQL server that can fall silent, for whoever stands still meanwhile: it is in a thread of its own. */
export class ThreadWire {
  /** The server's address by this way. */
  readonly address: string
  readonly #isSilent: Int32Array

  private constructor(address: string, isSilent: Int32Array) {
    this.address = address
    this.#isSilent = isSilent
  }

  static async to(server: string): Promise<ThreadWire> {
    const url = new URL(server)
    const isSilent = new Int32Array(new SharedArrayBuffer(4))
    const folder = url.searchParams.get('host')
    const port = Number(url.port || 5432)
    const to = folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: url.hostname, port }
    const thread = new Worker(forwarding, { eval: true, workerData: { isSilent, to } })
    onTestFinished(async () => void (await thread.terminate()))
    const [near] = await once(thread, 'message')
    url.searchParams.delete('host')
    url.host = `127.0.0.1:${near}`
    return new ThreadWire(url.href, isSilent)
  }

  /** Of the connections that there are by now nothing arrives any more, and nobody is told; of others neither, where all are meant. */
  silence(which: 'those there' | 'all'): void {
    Atomics.store(this.#isSilent, 0, which === 'all' ? 2 : 1)
  }
}

const forwarding = `
const { connect, createServer } = require('node:net')
const { workerData: { isSilent, to }, parentPort } = require('node:worker_threads')
const listener = createServer((near) => {
  const begun = Atomics.load(isSilent, 0)
  const far = connect(to)
  for (const [from, other] of [[near, far], [far, near]]) {
    from.on('data', (bytes) => {
      const silent = Atomics.load(isSilent, 0)
      if (silent === 0 || (silent === 1 && begun === 1)) other.write(bytes)
    })
    from.on('error', () => other.destroy())
    from.on('close', () => other.destroy())
  }
})
listener.listen(0, '127.0.0.1', () => parentPort.postMessage(listener.address().port))
`
