// @ts-check
/**
 * Asks PostgreSQL for a thread that waits for the answer. What it is sent at a time runs in order, until one statement fails.
 * A connection that is lost is replaced by another with the next that may connect: what belongs to a transaction may not.
 * It is JavaScript because Node starts no thread from TypeScript, and tests run what is not built.
 */
import { setTimeout } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { ServerClient, Servers } from '../servers/server-client.js'
import { unlessSilent } from './silence.js'

/** @typedef {import('./blocking-link.ts').Request} Request */
/** @typedef {import('../servers/raw-result.ts').RawResult} RawResult */
/** @type {import('./waited-thread.ts').ThreadData} */
const { port, signal, beats, servers: addresses, config, setup, silence } = workerData
const servers = new Servers(addresses, 'the primary')

/** Values are read by who has asked, where the readers are. */
const asText = { getTypeParser: () => (/** @type {string} */ text) => text }
/** What a connection begins with, and the milliseconds for it. */
const beginning = { text: setup, query_timeout: 15_000 }
/** A server that writes no more, since another has taken its place: another connection may find that one. */
const READ_ONLY_TRANSACTION = '25006'
/** The server has no connection left, for which it is asked again for so many milliseconds: others give theirs back. */
const TOO_MANY_CONNECTIONS = '53300'
const LONGEST_REFUSED = 5_000
const BEFORE_NEXT_ATTEMPT = 100

/** @type {ServerClient | null} */
let client = null
/** For how long it lets a statement run, in milliseconds; 0 is for ever. Null where it is not known. */
let timeout = /** @type {number | null} */ (0)

// By these whoever waits for an answer can tell that there is a thread left to give it.
setInterval(() => Atomics.add(beats, 0, 1), silence / 2).unref()

port.on('message', async (/** @type {Request | null} */ request) => {
  if (request) return answer(await answersOf(request))
  await Promise.race([client?.end(), setTimeout(silence)])
  answer({ results: [] })
  process.exit()
})

/** @param {Request} request */
async function answersOf(request) {
  /** @type {RawResult[]} */
  const results = []
  let asked = client
  try {
    asked ??= request.mayConnect ? await connectedSoon() : null
    if (!asked) return { results, error: { message: 'There is no connection any more', loss: 'before' } }
    const bounds = { silence, timeout: request.timeout ?? 0 }
    await unlessSilent(asked, bounds, run(asked, request, results))
    return { results }
  } catch (error) {
    const isLost = asked !== null && hasGone(asked, error)
    const sql = request.queries[results.length]?.text
    return { results, error: { ...plain(error), sql, loss: isLost ? 'while it ran' : undefined } }
  }
}

/**
 * @param {ServerClient} asked
 * @param {Request} request
 * @param {RawResult[]} results What has been answered.
 */
async function run(asked, request, results) {
  const limited = limit(asked, request.timeout)
  const sent = sentTogether(asked, request.queries)
  await limited
  for (const one of sent) {
    const answered = await one
    // Of several statements in one text, the last.
    const { fields, rows, rowCount, command } = Array.isArray(answered) ? answered.at(-1) : answered
    // What was set since `begin` is undone as well.
    if (command === 'ROLLBACK') timeout = null
    results.push({ columns: fields.map(columnOf), rows, rowCount, command })
  }
}

/** @param {import('pg').FieldDef} field */
const columnOf = ({ name, dataTypeID }) => ({ name, type: dataTypeID })

/**
 * Sends all before the first is answered: they are one way to the server. Where one fails within a transaction, the server
 * refuses those after it.
 *
 * @param {import('pg').Client} asked
 * @param {readonly import('pg').QueryConfig[]} queries
 * @returns {Promise<any>[]}
 */
function sentTogether(asked, queries) {
  const sent = queries.map((query) => asked.query({ ...query, rowMode: 'array' }))
  // Only the first that fails is told.
  for (const one of sent) one.catch(() => {})
  return sent
}

async function connectedSoon() {
  const end = performance.now() + LONGEST_REFUSED
  for (;;) {
    try {
      return await servers.connect(connected)
    } catch (error) {
      const { code } = /** @type {any} */ (error)
      if (code !== TOO_MANY_CONNECTIONS || performance.now() > end) throw error
    }
    await setTimeout(BEFORE_NEXT_ATTEMPT)
  }
}

/** A connection on which everything is as the statements expect. */
async function connected() {
  const made = new ServerClient({ ...config, servers, types: asText, pipeline: true })
  // Whoever asks next is told.
  made.on('error', () => forget(made))
  made.on('end', () => forget(made))
  try {
    await made.connect()
    if (setup) await made.query(beginning)
  } catch (error) {
    made.end().catch(() => {})
    throw error
  }
  client = made
  timeout = 0
  return made
}

/** @param {ServerClient} lost */
function forget(lost) {
  if (client === lost) client = null
}

/**
 * Whether a connection has gone with an error: FATAL is the last that a server says.
 *
 * @param {ServerClient} asked
 * @param {any} error
 */
function hasGone(asked, { severity, code }) {
  if (client !== asked) return true
  const isOver = severity === 'FATAL' || severity === 'PANIC'
  if (isOver || code === READ_ONLY_TRANSACTION) {
    forget(asked)
    asked.end().catch(() => {})
  }
  return isOver
}

/**
 * Tells the server how much time is left, where there is a deadline, or was. Null leaves it as it is.
 *
 * @param {ServerClient} asked
 * @param {number | null} milliseconds
 */
async function limit(asked, milliseconds) {
  if (milliseconds === null || milliseconds === timeout) return
  await asked.query(`set statement_timeout = ${milliseconds}`)
  timeout = milliseconds
}

/** @param {unknown} error */
function plain(error) {
  const { message, code, detail, table, constraint } = /** @type {import('pg').DatabaseError} */ (error)
  return { message, code, detail, table, constraint }
}

/** @param {object} message */
function answer(message) {
  port.postMessage(message)
  Atomics.store(signal, 0, 1)
  Atomics.notify(signal, 0)
}
