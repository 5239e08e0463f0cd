import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, test } from 'vitest'
import { openWriter } from '../engine.ts'
import { everyRow, folder } from '../graph.ts'
import { seed } from '../graph-fixture.ts'
import { writeGraph } from '../made-graph.ts'
import { cli } from '../server/hearsay.ts'
import { connectedBy } from './connected.ts'

const cwd = folder()
const db = join(cwd, 'graph.db')
writeGraph(db, [seed])
const writer = openWriter(db)

/** The command as a client of the SDK starts it. */
async function started(...args: string[]) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [cli, 'mcp', '--db', db, ...args],
    cwd,
    stderr: 'pipe',
  })
  let told = ''
  transport.stderr?.on('data', (chunk) => (told += chunk))
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport)
  return { ...connectedBy(client), told: () => told }
}

const proposal = {
  newSource: { slug: 'over-stdio', title: 'Over stdio', kind: 'ARTICLE' },
  statements: [{ speaker: 'ukraine', text: 'It was not us.', quoteType: 'DIRECT', act: 'DENY' }],
}

test('hearsay mcp answers a client of the SDK, which proposes as the person at the machine', async () => {
  const { client, call, told } = await started('--base-url', 'https://graph.example.org')
  const { data } = await call('positions', { claim: 'ukraine-behind-incursion' })
  expect(data.claim.link).toBe('https://graph.example.org/claim/ukraine-behind-incursion')
  const { revision } = (await call('propose_statements', proposal)).data
  const asked = await call('graphql', { query: `{ revision(id: "${revision}") { by { name } } }` })
  expect(asked.data.data.revision.by).toBeNull()
  expect(told()).toBe('')
  await client.close()
  expect(everyRow(writer).statement).toContainEqual(
    expect.objectContaining({ text: 'It was not us.', review: 'PROPOSED' }),
  )
})

test('hearsay mcp says nothing but the protocol, goes on after what is none, and ends with its input', async () => {
  const child = spawn(process.execPath, [cli, 'mcp', '--db', db], { cwd })
  let output = ''
  let told = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (told += chunk))
  const params = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  }
  const lines = [
    'no JSON',
    '[1]',
    '{"jsonrpc":"2.0","id":9}',
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }),
  ]
  child.stdin.write(`${lines.join('\n')}\n`)
  await expect.poll(() => output).toContain('"id":1')
  child.stdin.end()
  expect(await once(child, 'close')).toEqual([0, null])
  for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' })
  expect(told).toMatch(/^A message could not be read: .*\n/)
})
