import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCommand } from '../../src/cli/check.ts'
import { exportCommand } from '../../src/cli/export.ts'
import { importCommand } from '../../src/cli/import.ts'
import { listTokens } from '../../src/cli/token.ts'
import { addUser, listUsers } from '../../src/cli/user.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { isGraphAt, loadEngine, openWriter } from '../../src/model/open.ts'
import { folder } from '../graph.ts'
import { dispute, seed } from '../graph-fixture.ts'
import { databaseAddress, runAt } from './databases.ts'

await loadEngine('postgres://')

const server = process.env.HEARSAY_TEST_POSTGRES
if (!server) console.warn('\nROLES WITH FEW RIGHTS ARE NOT TESTED: there is no PostgreSQL here.\n')

const path = folder()
const name = `hearsay_roles_${randomBytes(4).toString('hex')}`
const [reader, stranger] = [`${name}_reader`, `${name}_stranger`]

/** The graph's address, as its owner or as another role. */
function addressOf(role?: string, schema = 'hearsay'): string {
  const address = databaseAddress(name)
  if (role) address.username = role
  address.searchParams.set('schema', schema)
  return address.href
}

/** What a command has printed. */
async function printed(command: (out: Record<'info' | 'error', (line: string) => void>) => unknown) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  await command({ info: print, error: print })
  return lines.join('\n')
}

describe.skipIf(!server)('a role that may only read', () => {
  beforeAll(async () => {
    await runAt(server, `create database ${name} template template0`)
    const writer = openWriter(addressOf())
    importDossiers(writer, [seed])
    writer.close()
    await printed((out) => addUser('Ada', { db: addressOf(), role: 'EDITOR' }, out))
    await runAt(
      addressOf(),
      `create role ${reader} login`,
      `create role ${stranger} login`,
      `revoke temporary on database ${name} from public`,
      `grant usage on schema hearsay to ${reader}`,
      `grant select on all tables in schema hearsay to ${reader}`,
    )
  })
  afterAll(() =>
    runAt(server, `drop database ${name} with (force)`, `drop role ${reader}`, `drop role ${stranger}`),
  )

  it('exports, lists users and tokens, and is shown what an import would write', async () => {
    const db = addressOf(reader)
    const file = join(path, 'read.jsonl')
    expect(await printed((out) => exportCommand(file, { db }, out))).toMatch(/statements +62/)
    expect(readFileSync(file, 'utf8')).toContain('bbc-verified-fsb-building-damaged')
    expect(await printed((out) => listUsers({ db }, out))).toMatch(/^Ada +EDITOR/)
    expect(await printed((out) => listTokens('Ada', { db }, out))).toMatch(/There are no tokens/)
    const preview = (out: Parameters<typeof importCommand>[2]) =>
      importCommand([dispute], { db, dryRun: true }, out)
    expect(await printed(preview)).toMatch(/Nothing was written: this was a dry run/)
  })

  it('is told what it lacks to check or write', async () => {
    const db = addressOf(reader)
    const temporary = /temporary tables.*grant temporary on database NAME to USER/
    expect(await printed((out) => checkCommand({ db }, out))).toMatch(temporary)
    expect(() => addUser('Ben', { db, role: 'EDITOR' }, console)).toThrow(temporary)
    await runAt(addressOf(), `grant temporary on database ${name} to ${reader}`)
    expect(await printed((out) => checkCommand({ db }, out))).toMatch(/^All is well/)
    expect(() => addUser('Ben', { db, role: 'EDITOR' }, console)).toThrow(/must own the schema/)
  })

  it('is told how to read, where it may not even do that', () => {
    const db = addressOf(stranger)
    expect(() => exportCommand('-', { db }, console)).toThrow(/grant usage on schema NAME to USER/)
  })

  it('is shown what an import would write where there is no graph, and none is made', async () => {
    const [db, file] = [addressOf(stranger, 'nothing_here'), join(path, 'nothing-here.db')]
    for (const place of [db, file]) {
      const preview = (out: Parameters<typeof importCommand>[2]) =>
        importCommand([seed], { db: place, dryRun: true }, out)
      expect(await printed(preview)).toMatch(/Nothing was written: this was a dry run/)
      expect(isGraphAt(place)).toBe(false)
    }
  })
})
