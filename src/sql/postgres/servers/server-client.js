// @ts-check
/**
 * Connections to whichever of several servers is the right one: `pg` knows one server alone. It is JavaScript because the
 * thread that asks for others (query-thread.js) connects by it too.
 */
import { Client } from 'pg'

/** How PostgreSQL says that it cannot be connected to at the moment. */
const CANNOT_CONNECT_NOW = '57P03'
/** Has a row on a server that only follows another. One that lets itself be connected to may not answer any more. */
const IS_REPLICA = { text: 'select 1 where pg_is_in_recovery()', query_timeout: 5_000 }
/** How it says that it is there, but lets nobody in by this name or into this database: others would say the same. */
const isFinal = /^(?:28|3D)/

/** What the driver says of one that hangs up while it is connected to, such as a proxy without a server. */
const isHungUp = /^Connection terminated/
/** @param {string} message */
const cannotConnect = (message) => Object.assign(new Error(message), { code: CANNOT_CONNECT_NOW })

/** The servers that an address names, of which one is connected to until it fails. */
export class Servers {
  #urls
  #current = 0

  /**
   * @param {readonly string[]} urls One or more.
   * @param {'the primary' | 'any'} wanted Whether it must be the one that takes writes.
   */
  constructor(urls, wanted) {
    this.#urls = urls
    /** One that stands alone may be a replica: what it does not do, it says itself. */
    this.mustBePrimary = wanted === 'the primary' && urls.length > 1
  }

  get current() {
    return this.#urls[this.#current] ?? ''
  }

  /** The next in turn is connected to from now on. @param {string} url The one that has failed. */
  passOver(url) {
    if (this.current === url) this.#current = (this.#current + 1) % this.#urls.length
  }

  /**
   * Tries to connect as often as there are servers, as long as the one that has failed is passed over.
   *
   * @template T
   * @param {() => Promise<T>} attempt
   * @returns {Promise<T>}
   */
  async connect(attempt) {
    for (let left = this.#urls.length; ; left--) {
      const asked = this.current
      try {
        return await attempt()
      } catch (error) {
        if (left <= 1 || this.current === asked) throw error
      }
    }
  }
}

/** A connection to the current one of an address's servers; which is passed over where it cannot be made. */
export class ServerClient extends Client {
  #servers
  #url

  /** @param {import('pg').ClientConfig & { readonly servers: Servers }} config */
  constructor({ servers, ...config }) {
    const url = servers.current
    super(configOf(url, config))
    this.#servers = servers
    this.#url = url
    // One that is lost tells whoever has asked by their statement. Without a listener the process would end.
    this.on('error', () => undefined)
  }

  /** The address of the server alone. */
  get url() {
    return this.#url
  }

  /** @override @param {any} [callback] @returns {any} */
  connect(callback) {
    const connected = this.#connect()
    if (!callback) return connected
    connected.then(() => callback(null, this), callback)
  }

  async #connect() {
    try {
      await super.connect()
      if (this.#servers.mustBePrimary) await this.#requirePrimary()
    } catch (error) {
      if (!isFinal.test(/** @type {any} */ (error).code)) this.#servers.passOver(this.#url)
      this.end().catch(() => undefined)
      throw isHungUp.test(/** @type {any} */ (error).message) ? cannotConnect('it hung up at once') : error
    }
  }

  async #requirePrimary() {
    const { rows } = await this.query(IS_REPLICA)
    if (rows.length === 0) return
    throw cannotConnect('None of the servers that the address names takes writes at the moment.')
  }
}

/**
 * The options that an address gives come before ours, which they must not undo: by itself, `pg` would leave ours out.
 *
 * @param {string} url
 * @param {import('pg').ClientConfig} config
 */
function configOf(url, config) {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  if (given === null) return { ...config, connectionString: url }
  address.searchParams.delete('options')
  return { ...config, options: `${given} ${config.options ?? ''}`, connectionString: address.href }
}
