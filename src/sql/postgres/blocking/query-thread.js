// @ts-check
/**
 * Asks PostgreSQL for a thread that waits for the answer. What it is sent at a time runs in order, until one statement fails.
 * A connection that is lost is replaced by another with the next that may connect: what belongs to a transaction may not.
 * It is JavaScript because Node starts no thread from TypeScript, and tests run what is not built.
 */
import { workerData } from 'node:worker_threads'
import { ServerClient, Servers } from '../servers/server-client.js'

/** @typedef {import('./blocking-link.ts').Request} Request */
/** @type {{ port: import('node:worker_threads').MessagePort, signal: Int32Array, servers: string[], config: import('pg').ClientConfig, setup: string }} */
const { port, signal, servers: addresses, config, setup } = workerData
const servers = new Servers(addresses, 'the primary')

/** Values are read by who has asked, where the readers are. */
const asText = { getTypeParser: () => (/** @type {string} */ text) => text }
/** A server that writes no more, since another has taken its place: another connection may find that one. */
const READ_ONLY_TRANSACTION = '25006'

/** @type {ServerClient | null} */
let client = null
/** For how long it lets a statement run, in milliseconds; 0 is for ever. Null where it is not known. */
let timeout = /** @type {number | null} */ (0)

port.on('message', async (/** @type {Request | null} */ request) => {
  if (request) return answer(await answersOf(request))
  await client?.end().catch(() => {})
  answer({ results: [] })
  port.close()
})

/** @param {Request} request */
async function answersOf(request) {
  /** @type {import('../servers/raw-result.ts').RawResult[]} */
  const results = []
  let sql = ''
  let asked = client
  try {
    asked ??= request.mayConnect ? await servers.connect(connected) : null
    if (!asked) return { results, error: { message: 'There is no connection any more', loss: 'before' } }
    const limited = limit(asked, request.timeout)
    const answers = sentTogether(asked, request.queries)
    await limited
    for (const [place, sent] of answers.entries()) {
      sql = request.queries[place]?.text ?? ''
      const answered = await sent
      // Of several statements in one text, the last.
      const { fields, rows, rowCount, command } = Array.isArray(answered) ? answered.at(-1) : answered
      // What was set since `begin` is undone as well.
      if (command === 'ROLLBACK') timeout = null
      results.push({
        columns: fields.map((/** @type {import('pg').FieldDef} */ { name, dataTypeID }) => ({
          name,
          type: dataTypeID,
        })),
        rows,
        rowCount,
        command,
      })
    }
    return { results }
  } catch (error) {
    const isLost = asked !== null && hasGone(asked, error)
    return { results, error: { ...plain(error), sql, loss: isLost ? 'while it ran' : undefined } }
  }
}

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

/** A connection on which everything is as the statements expect. */
async function connected() {
  const made = new ServerClient({ ...config, servers, types: asText, pipeline: true })
  // Whoever asks next is told.
  made.on('error', () => forget(made))
  made.on('end', () => forget(made))
  try {
    await made.connect()
    if (setup) await made.query(setup)
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
