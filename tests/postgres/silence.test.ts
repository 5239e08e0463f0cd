import { parse } from 'graphql'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { answerText } from '../../src/server/answer-text.ts'
import { Operations } from '../../src/server/operations.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { DatabaseLostError } from '../../src/values/errors.ts'
import { Wire } from './wire.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''

/** Writes to a graph in a schema of its own, which goes with the test. */
function writtenTo(name: string) {
  const url = new URL(server)
  url.searchParams.set('schema', name)
  const writer = openWriter(url.href)
  onTestFinished(() => {
    writer.execute(`drop schema ${name} cascade`)
    writer.close()
  })
  return { writer, address: url.href }
}

describe.skipIf(server === '')('nobody waits without end', () => {
  const setting = (name: string) => sql<{ value: string }>`select current_setting(${name}) as value`

  it('for an answer that a network swallows', async () => {
    const wire = await Wire.to(server)
    const engine = new AsynchronousEngine(postgresAddress(wire.address))
    onTestFinished(() => engine.close())
    const answer = engine.prepare(sql`select 1 as one`)
    const soon = () => engine.within(500, () => answer.get())
    expect(await soon()).toEqual({ one: 1 })
    wire.silence()
    await expect(soon()).rejects.toThrow(DatabaseLostError)
  })

  it('for the state of a graph whose answers are kept', async () => {
    const { address } = writtenTo('of_kept_answers')
    const wire = await Wire.to(address)
    const engine = new AsynchronousEngine(postgresAddress(wire.address))
    onTestFinished(() => engine.close())
    const bounds = { limits: defaultLimits, timeLimit: 500 }
    const operations = new Operations({
      schema,
      graph: new Graph(engine),
      report: () => undefined,
      ...bounds,
    })
    const document = parse('{ claims { nodes { id event { id } } } }')
    const ask = async () => operations.execute({ schema, document }, { params: {}, user: null })
    for (const _ of [1, 2, 3]) expect(answerText(await ask())).toBe('{"data":{"claims":{"nodes":[]}}}')
    wire.silence()
    const { errors } = await ask()
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAVAILABLE'])
  })

  it('for a statement that nobody has set a limit for: the server ends it', async () => {
    const engine = new AsynchronousEngine(postgresAddress(server))
    onTestFinished(() => engine.close())
    const timeout = engine.prepare(setting('statement_timeout'))
    expect(await timeout.get()).toEqual({ value: '31s' })
    // One connection serves those with a limit as well, and need not be told anew.
    expect(await engine.within(10_000, () => timeout.get())).toEqual({ value: '31s' })
    expect(await engine.within(100_000, () => timeout.get())).not.toEqual({ value: '31s' })
  })

  it('for one who writes and hangs', () => {
    const { writer } = writtenTo('of_one_who_hangs')
    expect(writer.prepare(setting('idle_in_transaction_session_timeout')).get()).toEqual({ value: '10min' })
  })
})
