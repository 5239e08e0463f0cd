import { ServerClient } from '../servers/server-client.js'
import type { ServerConfig } from './pool.ts'

/** Milliseconds until a lost connection is tried again. */
const BEFORE_RETRY = 1_000
/** Milliseconds between two looks at whether the connection is still there: a network may lose one without a word. */
const BETWEEN_PROBES = 15_000
const PROBE = { text: 'select 1', query_timeout: 5_000 }

/**
 * Hears of what is written to a graph as it is committed, over one connection for all who want to know, and only while
 * anybody does. After the connection was lost, all are told that something may have been written meanwhile.
 */
export class CommitListener {
  readonly #config: ServerConfig
  readonly #schema: string
  readonly #heeds = new Set<() => void>()
  #client: ServerClient | null = null
  #probe: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined

  constructor(config: ServerConfig, schema: string) {
    this.#config = config
    this.#schema = schema
  }

  /** @returns What ends it. */
  add(heed: () => void): () => void {
    // One that is added twice is heard twice.
    const own = () => heed()
    this.#heeds.add(own)
    if (this.#heeds.size === 1) void this.#connect()
    else if (this.#client) own()
    return () => {
      this.#heeds.delete(own)
      if (this.#heeds.size === 0) this.close()
    }
  }

  close(): void {
    clearTimeout(this.#retry)
    clearInterval(this.#probe)
    const client = this.#client
    this.#client = null
    client?.end().catch(() => undefined)
  }

  async #connect(): Promise<void> {
    const client = new ServerClient(this.#config)
    this.#client = client
    const lost = () => this.#lose(client)
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', () => this.#tell())
    try {
      await client.connect()
      await client.query(`listen "${this.#schema}"`)
      if (this.#client !== client) return
      this.#probe = setInterval(() => void client.query(PROBE).catch(lost), BETWEEN_PROBES).unref()
      this.#tell()
    } catch {
      lost()
    }
  }

  #lose(client: ServerClient): void {
    if (this.#client !== client) return
    this.close()
    this.#retry = setTimeout(() => {
      if (this.#heeds.size > 0) void this.#connect()
    }, BEFORE_RETRY).unref()
  }

  #tell(): void {
    for (const heed of this.#heeds) heed()
  }
}
