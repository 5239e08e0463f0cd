import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { sql } from 'kysely'
import { Client, DatabaseError } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { fileProblem } from '../../src/cli/graph-file-refusal.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { isInFile } from '../../src/model/address.ts'
import { checkGraph } from '../../src/model/check/check.ts'
import {
  isGraphAt,
  loadEngine,
  openReader,
  openServed,
  openWriter,
  whyRefused,
} from '../../src/model/open.ts'
import { ServerClient, Servers } from '../../src/sql/postgres/servers/server-client.js'
import { seed } from '../graph-fixture.ts'
import { databaseAddress, runAt } from './databases.ts'

await loadEngine('postgres://')

const server = process.env.HEARSAY_TEST_POSTGRES
if (!server) console.warn('\nDATABASES AS OTHERS SET THEM ARE NOT TESTED: there is no PostgreSQL here.\n')

/** What somebody may have set for a database, so that values are written otherwise, and work ends early. */
const ODD_SETTINGS = {
  array_nulls: 'off',
  bytea_output: 'escape',
  datestyle: 'German',
  default_transaction_isolation: 'repeatable read',
  extra_float_digits: '-15',
  gin_fuzzy_search_limit: '1',
  idle_in_transaction_session_timeout: '1',
  idle_session_timeout: '1',
  lock_timeout: '1',
  quote_all_identifiers: 'on',
  search_path: 'pg_catalog',
  standard_conforming_strings: 'off',
  statement_timeout: '150',
  timezone: 'Asia/Kathmandu',
  transform_null_equals: 'on',
}

describe.skipIf(!server)('a database', () => {
  const made: string[] = []
  afterAll(() => runAt(server, ...made.map((name) => `drop database ${name} with (force)`)))

  async function database(options: string, ...settings: [string, string][]): Promise<string> {
    const name = `hearsay_first_${randomBytes(4).toString('hex')}`
    await runAt(
      server,
      `create database ${name} template template0 ${options}`,
      ...settings.map(([setting, value]) => `alter database ${name} set ${setting} = '${value}'`),
    )
    made.push(name)
    const address = databaseAddress(name)
    if (!address.search) address.search = 'application_name=first'
    return address.href
  }

  it('may be set as anybody likes', async () => {
    const address = await database('', ...Object.entries(ODD_SETTINGS))
    const writer = openWriter(address)
    importDossiers(writer, [seed])
    writer.close()
    const reader = openReader(address)
    expect(checkGraph(reader)).toEqual([])
    const place = sql<{
      latitude: number
    }>`select latitude from place join entity using (id) where slug = 'bakhmut'`
    expect(reader.prepare(place).get()).toEqual({ latitude: 48.6 })
    reader.close()
  })

  it('keeps graphs in schemas whose names are words of SQL or names of tables', async () => {
    const address = await database('')
    const found = ['bigint', 'claim', 'order'].map((schema) => {
      openWriter(`${address}&schema=${schema}`).close()
      const reader = openReader(`${address}&schema=${schema}`)
      const faults = checkGraph(reader)
      reader.close()
      return faults
    })
    expect(found).toEqual([[], [], []])
  })

  it('of another encoding is refused before anything is made in it', async () => {
    const address = await database(`encoding 'LATIN1' locale 'C'`)
    expect(() => openWriter(address)).toThrow(/keeps texts as LATIN1, and not as UTF8/)
    expect(() => isGraphAt(address)).toThrow(/LATIN1/)
  })

  it('with a part of a graph in the schema is refused', async () => {
    const address = await database('')
    openWriter(address).close()
    const client = new Client({ connectionString: address })
    await client.connect()
    await client.query('delete from hearsay.graph_version')
    await client.end()
    expect(() => openWriter(address)).toThrow(/hearsay is not whole: its table graph_version/)
    expect(() => openReader(address)).toThrow(/is not whole/)
  })

  it('is given the options of its address, but for what they would undo of ours', async () => {
    const address = new URL(await database(''))
    address.searchParams.set('options', '-c search_path=public -c work_mem=1234kB')
    const writer = openWriter(address.href)
    importDossiers(writer, [seed])
    const settings = sql`select current_setting('search_path') as path, current_setting('work_mem') as memory`
    expect(writer.prepare(settings).get()).toEqual({ path: 'hearsay', memory: '1234kB' })
    writer.close()
  })

  it('that hangs up at once cannot be reached', async () => {
    const hanging = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await once(hanging, 'listening')
    const { port } = hanging.address() as AddressInfo
    const servers = new Servers([`postgres://me@127.0.0.1:${port}/db?sslmode=disable`], 'any')
    await expect(new ServerClient({ servers }).connect()).rejects.toMatchObject({ code: '57P03' })
    hanging.close()
  })

  it('is told of as a replica where it is none', async () => {
    const db = await database('')
    openWriter(db).close()
    const [other, away] = [await database(''), db.replace(/host=[^&]*/, 'host=/nowhere')]
    const served = openServed(db, { readFrom: [db, other, away] })
    expect(await served.replicaFaults()).toEqual([
      expect.stringMatching(/takes writes itself: is it the database of --db/),
      expect.stringMatching(/holds no graph in the schema hearsay/),
      expect.stringMatching(/cannot be read from \(.*ENOENT/),
    ])
    // Each in turn: those that hold no graph, or are away, are not read from.
    for (let turn = 0; turn < 4; turn++) await served.requireRows()
    await served.engine.close()
  })
})

describe('what a driver says of a database', () => {
  it.each([
    ['', 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'noPassword', /~\/\.pgpass/],
    ['', 'SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature is missing', 'notLetIn', /does not let you in/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'untrusted', /sslrootcert=FILE/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'is not in the list', 'untrusted', /not trusted \(is not in the list\)/],
  ])('%s %s is told to people', (code, message, refusal, told) => {
    const error = Object.assign(new DatabaseError(message, 0, 'error'), { code })
    expect(whyRefused(error)).toBe(refusal)
    expect(fileProblem('postgres://me:secret@one/db', error)).toMatchObject({
      message: expect.stringMatching(told),
    })
  })
})

describe('what is like an address of a database, and is none', () => {
  it.each([
    'postgress://me:secret@one/db',
    'postgres:/me:secret@one/db',
    'postgres//me:secret@one/db',
    'mysql://me:secret@one/db',
    'host=one password=secret dbname=db',
  ])('%s is no file, and is not printed', (address) => {
    const attempt = () => isInFile(address)
    expect(attempt).toThrow(/is no address of a database/)
    expect(attempt).not.toThrow(/secret/)
  })

  it.each(['hearsay.db', './postgres/hearsay.db', 'postgres.db', ':memory:', 'C:\\graphs\\a.db'])(
    '%s is a file',
    (path) => {
      expect(isInFile(path)).toBe(true)
    },
  )
})
