import { describe, expect, it, onTestFinished } from 'vitest'
import { BlockingLink } from '../../src/sql/postgres/blocking/blocking-link.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { DatabaseLostError } from '../../src/values/errors.ts'
import { ThreadWire } from './thread-wire.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''
const SILENCE = 150

function linkTo(address: string): BlockingLink {
  const { servers } = postgresAddress(address)
  const link = new BlockingLink({ servers, config: {}, setup: '', silence: SILENCE })
  onTestFinished(() => link.close())
  return link
}

const ask = (link: BlockingLink, text: string, timeout = 0) =>
  link.ask({ queries: [{ text }], timeout, mayConnect: true })[0]?.rows

const lost = { name: 'DatabaseLostError', loss: 'while it ran' }

describe.skipIf(server === '')('whoever stands still until the server answers', () => {
  it('goes on where nothing that is sent arrives any more, and can be closed', async () => {
    const wire = await ThreadWire.to(server)
    const link = linkTo(wire.address)
    expect(ask(link, 'select 1')).toEqual([['1']])
    wire.silence('all')
    expect(() => ask(link, 'select 2')).toThrow(expect.objectContaining(lost))
  })

  it('goes on where only its own connection has fallen silent, on another', async () => {
    const wire = await ThreadWire.to(server)
    const link = linkTo(wire.address)
    expect(ask(link, 'select 1')).toEqual([['1']])
    wire.silence('those there')
    expect(() => ask(link, 'select 2')).toThrow(expect.objectContaining(lost))
    expect(ask(link, 'select 3')).toEqual([['3']])
  })

  it('is closed where the server has fallen silent meanwhile', async () => {
    const wire = await ThreadWire.to(server)
    const link = linkTo(wire.address)
    ask(link, 'select 1')
    wire.silence('all')
    link.close()
    expect(() => ask(link, 'select 2')).toThrow('was closed before')
  })

  it('goes on waiting while the server is at work, for as long as it takes', () => {
    const link = linkTo(server)
    expect(ask(link, `select 'done' from pg_sleep(${(6 * SILENCE) / 1000})`)).toEqual([['done']])
  })

  it('does not wait for one that goes on after its own time limit', () => {
    const link = linkTo(server)
    // What the server is told to let a statement run does not hold for what is changed meanwhile.
    const endless = 'set statement_timeout = 0; select pg_sleep(30)'
    expect(() => ask(link, endless, 100)).toThrow(expect.objectContaining(lost))
  })

  it('goes on where the thread that asks has died, with another', () => {
    const link = new BlockingLink({ servers: null as never, config: {}, setup: '', silence: 20 })
    expect(() => ask(link, 'select 1')).toThrow(DatabaseLostError)
    link.close()
  })
})
