import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { explorer, hearsay, hearsayOnDatabase } from './hearsay.ts'
import { limit } from './limit.ts'
import { naive } from './naive.ts'

/** What is compared, and what browsers are sent to. Each runs in a process of its own: `main.js <name> <file>`. */
const kinds: Record<string, (path: string) => RequestListener> = {
  naive,
  limit,
  hearsay,
  'hearsay-postgres': hearsayOnDatabase,
  explorer,
}

const [kind = '', path = ''] = process.argv.slice(2)
const listener = kinds[kind]?.(path)
if (!listener) throw new Error(`There is no server “${kind}”.`)
const server = createServer(listener)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ memory: process.memoryUsage().rss, cpu: user + system })
})
process.on('disconnect', () => process.exit())
