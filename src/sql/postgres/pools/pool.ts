import { setTimeout as sleep } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg'
import { errorCode } from '../../../values/errors.ts'
import { valueTypes } from '../dialect/values.ts'
import type { PostgresAddress } from '../servers/address.ts'
import { TOO_MANY_CONNECTIONS } from '../servers/error-codes.ts'
import { ServerClient, Servers } from '../servers/server-client.js'
import { keptAlive, readerOptions, sessionOptions } from '../servers/session-options.ts'

/** After so many seconds a connection makes way for another, and with it go the statements that it has prepared. */
const LIFETIME = 3600
/** Milliseconds for which a statement waits for a connection, be they all in use or be there no way to the database. */
const LONGEST_WAIT = 5_000
/** The same where the server has no connection left for us, and between two attempts. */
const LONGEST_REFUSED = 2_000
const BEFORE_NEXT_ATTEMPT = 50
/** Milliseconds within which a server must answer what is asked of it or its graph in passing. */
const LONGEST_LOOK = 2_000
/** Connections that are then left to others, such as whoever writes. */
const LEFT_TO_OTHERS = 2
/** Milliseconds until it is tried again whether there are more. */
const BEFORE_MORE = 30_000

/** What every connection to a graph's schema begins with. */
const sessionConfig = ({ schema }: PostgresAddress) => ({
  application_name: 'hearsay',
  options: sessionOptions(schema),
  ...keptAlive,
})

/** The same for one that is made to the server that takes writes. */
export const primaryConfig = (address: PostgresAddress): ServerConfig => ({
  ...sessionConfig(address),
  servers: new Servers(address.servers, 'the primary'),
})

export type ServerConfig = ConstructorParameters<typeof ServerClient>[0]

/** Connections to a graph's schema on one of the servers of its address, made as they are needed, up to so many. */
export class ServerPool {
  readonly #servers: Servers
  readonly #pool: Pool
  readonly #connections: number
  #more: NodeJS.Timeout | undefined

  /** @param wanted Whether it must be the server that takes writes. */
  constructor(address: PostgresAddress, wanted: 'the primary' | 'any', connections: number) {
    this.#servers = new Servers(address.servers, wanted)
    this.#connections = connections
    const config = {
      ...sessionConfig(address),
      options: readerOptions(address.schema),
      servers: this.#servers,
      // It is made with all of these.
      Client: ServerClient as unknown as NonNullable<PoolConfig['Client']>,
      max: connections,
      maxLifetimeSeconds: LIFETIME,
      connectionTimeoutMillis: LONGEST_WAIT,
      types: valueTypes,
    }
    this.#pool = new Pool(config)
    // An idle connection that is lost is replaced by the pool. Without a listener the process would end.
    this.#pool.on('error', () => undefined)
  }

  /** Whether somebody waits for a connection, all of which are in use. */
  get isWaitedFor(): boolean {
    return this.#pool.waitingCount > 0
  }

  get isEnding(): boolean {
    return this.#pool.ending
  }

  /**
   * A connection, to be released. Another server is tried where one cannot be reached; where it has no connection left for us,
   * this waits for one of those that we have.
   */
  async connect(): Promise<PoolClient> {
    const end = performance.now() + LONGEST_REFUSED
    for (;;) {
      try {
        return this.#givenBack(await this.#servers.connect(() => this.#pool.connect()))
      } catch (error) {
        if (errorCode(error) !== TOO_MANY_CONNECTIONS || performance.now() > end) throw error
        this.#getByWithFewer()
      }
      await sleep(BEFORE_NEXT_ATTEMPT)
    }
  }

  /** The first row of what a server answers at once. A connection over which it failed is not used again. */
  async look<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row | undefined> {
    const client = await this.connect()
    const query = { text, values, query_timeout: LONGEST_LOOK }
    try {
      const { rows } = await client.query<Row>(query)
      client.release()
      return rows[0]
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  end(): Promise<void> {
    clearTimeout(this.#more)
    return this.#pool.end()
  }

  #getByWithFewer(): void {
    const { options, totalCount } = this.#pool
    options.max = Math.max(1, Math.min(options.max, totalCount - LEFT_TO_OTHERS))
    clearTimeout(this.#more)
    this.#more = setTimeout(() => {
      options.max = this.#connections
    }, BEFORE_MORE).unref()
  }

  /** One of more than there may be is closed when it is released. */
  #givenBack(client: PoolClient): PoolClient {
    const release = client.release.bind(client)
    client.release = (error) => release(error || this.#pool.totalCount > this.#pool.options.max)
    return client
  }
}
