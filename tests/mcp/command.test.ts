import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { Client } from '@modelcontextprotocol/client'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { expect, it } from 'vitest'
import { type McpOptions, mcpCommand } from '../../src/cli/mcp.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import { addressOf, isOnPostgres, openWriter } from '../engine.ts'
import { folder } from '../graph.ts'
import { dispute } from '../graph-fixture.ts'
import { writeGraph } from '../made-graph.ts'
import { connectedBy } from './connected.ts'

const path = folder()
const db = join(path, 'graph.db')
writeGraph(db, [dispute])
const writer = openWriter(db)
const users = new UserWriter(writer)
users.put('Ann', 'EDITOR')
writer.close()

/** The command in this process, with a client of the SDK at its streams. */
async function started(options: Partial<McpOptions> = {}) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  const told: string[] = []
  const out = { info: (line: string) => told.push(line), error: (line: string) => told.push(line) }
  const ended = mcpCommand({ db: addressOf(db), ...options }, { stdin, stdout }, out)
  const client = new Client({ name: 'test', version: '1.0.0' })
  // It frames messages as a client does, too.
  await Promise.race([client.connect(new StdioServerTransport(stdout, stdin)), ended])
  const end = async () => {
    stdin.end()
    await ended
  }
  return { ...connectedBy(client), told, end }
}

const me = { query: '{ me { name role } }' }

it('asks as the person at the machine, who may do all', async () => {
  const { call, end, told } = await started()
  expect((await call('graphql', me)).data.data.me.role).toBe('ADMIN')
  await end()
  expect(told).toEqual([])
})

it('lets nothing be proposed with --read-only', async () => {
  const { toolNames, end } = await started({ readOnly: true })
  expect(await toolNames()).toEqual(['search', 'node', 'positions', 'statements', 'paths', 'graphql'])
  await end()
})

it('asks with --as in the name of a user, with the role that the user has at the time', async () => {
  const { call, end } = await started({ as: 'Ann' })
  expect((await call('graphql', me)).data.data.me).toEqual({ name: 'Ann', role: 'EDITOR' })
  const again = openWriter(db)
  new UserWriter(again).put('Ann', 'READER')
  const report = await call('propose_report', { text: 'Arland denied that it had shelled the bridge.' })
  expect(report.text).toMatch(/FORBIDDEN: .*Ann has the role READER/)
  const ann = new UserWriter(again).find('Ann')
  new UserWriter(again).remove(ann?.id ?? 0)
  expect((await call('graphql', me)).text).toMatch(/UNAVAILABLE: The user .* has been removed/)
  again.close()
  await end()
})

it('refuses a user who is not there, and a graph that is not there', async () => {
  await expect(started({ as: 'Bob' })).rejects.toThrow(/There is no user Bob/)
  const missing = addressOf(join(path, 'missing.db'))
  await expect(started({ db: missing })).rejects.toThrow(
    isOnPostgres ? /holds no graph/ : /There is no .*missing\.db/,
  )
})

it.skipIf(isOnPostgres)(
  'answers nothing more of a file in whose place is another, and writes nothing into it',
  async () => {
    const replaced = join(path, 'replaced.db')
    writeGraph(replaced, [dispute])
    const { call, end } = await started({ db: replaced })
    expect((await call('graphql', me)).isError).toBe(false)
    const other = join(path, 'other.db')
    writeGraph(other)
    renameSync(other, replaced)
    for (const [name, args] of [
      ['graphql', me],
      ['propose_report', { text: 'Arland denied that it had shelled the bridge.' }],
    ] as const)
      expect((await call(name, args)).text).toMatch(/UNAVAILABLE: .*was replaced\. Start hearsay mcp anew/)
    await end()
  },
)
