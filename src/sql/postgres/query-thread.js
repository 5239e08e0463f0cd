// @ts-check
/**
 * Asks PostgreSQL for a thread that waits for the answer. What it is sent at a time runs in order, until one statement fails.
 * It is JavaScript because Node starts no thread from TypeScript, and tests run what is not built.
 */
import { workerData } from 'node:worker_threads'
import pg from 'pg'

/** @type {{ port: import('node:worker_threads').MessagePort, signal: Int32Array, config: import('pg').ClientConfig }} */
const { port, signal, config } = workerData

/** Values are read by who has asked, where the readers are. */
const asText = { getTypeParser: () => (/** @type {string} */ text) => text }
/** @type {import('pg').Client | null} */
let client = null
let isConnected = false

port.on('message', async (/** @type {readonly import('pg').QueryConfig[] | null} */ queries) => {
  if (queries) return answer(await answersOf(queries))
  if (client && isConnected) await client.end().catch(() => {})
  answer({ results: [] })
  port.close()
})

/** @param {readonly import('pg').QueryConfig[]} queries */
async function answersOf(queries) {
  const results = []
  let sql = ''
  try {
    client ??= newClient()
    if (!isConnected) await client.connect()
    isConnected = true
    for (const query of queries) {
      sql = query.text ?? ''
      const answered = await client.query({ ...query, rowMode: 'array' })
      // Of several statements in one text, the last.
      const { fields, rows, rowCount, command } = Array.isArray(answered) ? answered.at(-1) : answered
      results.push({
        columns: fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
        rows,
        rowCount,
        command,
      })
    }
    return { results }
  } catch (error) {
    return { results, error: { ...plain(error), sql } }
  }
}

/** Made once somebody asks, who is told where the address is none. */
function newClient() {
  const made = new pg.Client({ ...config, types: asText })
  // Without a listener the process would end; whoever asks next is told.
  made.on('error', () => {})
  return made
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
