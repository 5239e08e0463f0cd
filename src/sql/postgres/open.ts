import { EarlierFileError, GraphFileError } from '../../values/errors.ts'
import type { WriterOptions } from '../engine-kind.ts'
import { BlockingEngine } from './blocking/blocking-engine.ts'
import { migrate, migrations, versionOf } from './schema/migrate.ts'
import { staging } from './schema/staging.ts'
import { postgresAddress, printableAddress } from './servers/address.ts'
import { WRITER_LIMITS } from './servers/session-options.ts'

/** Opens a graph for writing; makes its schema where there is none, and brings an old one up to date. */
export function openWriter(address: string, { patience, begin, atOnce }: WriterOptions = {}): BlockingEngine {
  const place = postgresAddress(address)
  const engine = new BlockingEngine(place, `${WRITER_LIMITS}; ${staging}`)
  try {
    engine.patience = patience ?? null
    if (atOnce) engine.lockTimeout = 1
    const run = engine.runNow
    const isNew = () => versionOf(run, place.schema) === 0
    if (versionOf(run, place.schema) < migrations.length)
      engine.together(() => {
        const isBlank = isNew()
        migrate(run, place.schema)
        if (isBlank) begin?.(engine)
      })
    return engine
  } catch (error) {
    engine.close()
    throw error
  }
}

/** Whether a schema holds a graph, of any version; where it holds anything else, it is refused. */
export function isGraphAt(address: string): boolean {
  const place = postgresAddress(address)
  const engine = new BlockingEngine(place)
  try {
    return versionOf(engine.runNow, place.schema) > 0
  } finally {
    engine.close()
  }
}

/** Opens a graph for work that only reads and does not wait, such as an export. */
export function openReader(address: string): BlockingEngine {
  const place = postgresAddress(address)
  const engine = new BlockingEngine(place, 'set default_transaction_read_only = on')
  try {
    const version = versionOf(engine.runNow, place.schema)
    const name = printableAddress(address)
    if (version === 0) throw new GraphFileError(`${name} holds no graph.`)
    if (version < migrations.length)
      throw new EarlierFileError(
        `${name} was written by an earlier Hearsay. hearsay serve brings it up to date.`,
      )
    return engine
  } catch (error) {
    engine.close()
    throw error
  }
}
