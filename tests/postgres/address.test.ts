import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { titleWithoutPasswords } from '../../src/cli/process-title.ts'
import { postgresAddress, printableAddress } from '../../src/sql/postgres/servers/address.ts'

/** The servers of an address, each as `pg` reads it. */
const serversOf = (address: string) =>
  postgresAddress(address).servers.map((connectionString) => {
    const { host, port, user, database } = new Client({ connectionString })
    return `${user}@${host}:${port}/${database}`
  })

describe('the address of a database', () => {
  it.each([
    ['postgres://me@one/db', ['me@one:5432/db']],
    ['postgres://me@one:5433/db?schema=x', ['me@one:5433/db']],
    ['postgres://me@localhost/db?host=/run/pg', ['me@/run/pg:5432/db']],
    ['postgres://me@one:5432,two:5433/db', ['me@one:5432/db', 'me@two:5433/db']],
    ['postgresql://me:pass@one,two/db?schema=x', ['me@one:5432/db', 'me@two:5432/db']],
    ['postgres://me@one:5433,two/db', ['me@one:5433/db', 'me@two:5432/db']],
    ['postgres://me@[::1]:5433,[fe80::1]/db', ['me@::1:5433/db', 'me@fe80::1:5432/db']],
    ['postgres://me@/db?host=one,two&port=5432,5433', ['me@one:5432/db', 'me@two:5433/db']],
    ['postgres://me@/db?host=one,two&port=6000', ['me@one:6000/db', 'me@two:6000/db']],
    ['postgres://me@localhost/db?host=/a,/b', ['me@/a:5432/db', 'me@/b:5432/db']],
    ['postgres://me@%2Fa,%2Fb/db', ['me@/a:5432/db', 'me@/b:5432/db']],
    ['postgres://me@/db', ['me@localhost:5432/db']],
    ['POSTGRES://me@one/db', ['me@one:5432/db']],
  ])('%s names its servers', (address, servers) => {
    expect(serversOf(address)).toEqual(servers)
  })

  it.each([
    ['postgres://me@one/db?host=a,b&port=1,2,3', /names 3 ports for 2 servers/],
    ['postgres://me@one:1,two:2,three/db?host=a,b', /names 3 ports for 2 servers/],
    ['postgres://me@one:x,two/db', /no address of a database/],
    ['postgres://me@one:x/db', /no address of a database/],
    ['postgres://', null],
    ['postgres://me@one/db?schema=pg_own', /no name for a schema/],
    ['postgres://me@one/db?schema=', /"" is no name for a schema/],
    ['postgres://me@one/db?shema=mine', /a parameter "shema", which there is none of\. There are: schema, /],
    ['postgres://me@one/db?client_encoding=latin1', /a parameter "client_encoding"/],
    ['postgres://me@one/db?sslmode=banana', /no sslmode "banana"\. There are: disable, /],
    ['postgres://me:p/q@one/db', /in a password, \/ is written %2F/],
  ])('%s is refused where it makes no sense', (address, message) => {
    if (message) expect(() => postgresAddress(address)).toThrow(message)
    else expect(postgresAddress(address).servers).toHaveLength(1)
  })

  it('keeps what else it says for each server, and its schema for itself', () => {
    const { url, schema, servers } = postgresAddress(
      'postgres://me:pw@one,two/db?schema=mine&sslmode=require',
    )
    expect(schema).toBe('mine')
    expect(url).toBe('postgres://me:pw@/db?sslmode=require&host=one,two')
    for (const server of servers) expect(server).toMatch(/me:pw@.*sslmode=require/)
  })

  it('without a host is of the one that PGHOST names', () => {
    vi.stubEnv('PGHOST', '/run/pg')
    expect(serversOf('postgres://me@/db')).toEqual(['me@/run/pg:5432/db'])
    vi.unstubAllEnvs()
  })

  it.each([
    'postgres://me@/db?port=abc',
    'postgres://me@one:0/db?port=0',
    'postgres://me@one,two/db?port=1,65536',
  ])('%s names a port that is none', (address) => {
    expect(() => postgresAddress(address)).toThrow(/is no port: .* a number from 1 to 65535/)
  })

  it('is printed with its servers as they are written', () => {
    expect(printableAddress('postgres://me@[::1]:1,two/db')).toBe('postgres://me@/db?port=1,&host=[::1],two')
  })

  it('is printed without its password', () => {
    expect(printableAddress('postgres://me:secret@one:1,two:2/db?schema=x')).toBe(
      'postgres://me:…@/db?schema=x&port=1,2&host=one,two',
    )
    expect(printableAddress('postgres://me:secret@one/db')).toBe('postgres://me:…@one/db')
  })

  it.each([
    [['serve', '--db', 'postgres://me:s@cr/et@one/db'], 'hearsay serve --db postgres://me:…@one/db'],
    [
      ['check', '--db=postgres://one/db?user=me&password=secret'],
      'hearsay check --db=postgres://one/db?user=me&password=…',
    ],
    [['copy', 'a.db', 'postgres://me@one/db'], null],
  ])('of %j has no password in lists of processes', (words, title) => {
    expect(titleWithoutPasswords(words)).toBe(title)
  })
})
