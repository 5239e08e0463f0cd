import { performance } from 'node:perf_hooks'
import { importCommand } from '../../src/cli/import.ts'
import { loadBare } from './bare.ts'

/** node bench/load/run.js bare|hearsay FROM TO: loads once, in a process of its own, and prints what it took as JSON. */
const [who, from = '', to = ''] = process.argv.slice(2)
const [begun, before] = [performance.now(), process.cpuUsage()]
const rows = who === 'bare' ? loadBare(from, to) : await imported()
const { user, system } = process.cpuUsage(before)

console.log(
  JSON.stringify({
    rows,
    clock: (performance.now() - begun) / 1_000,
    processor: (user + system) / 1_000_000,
    // In kilobytes.
    memory: process.resourceUsage().maxRSS / 1_024,
  }),
)

async function imported(): Promise<null> {
  const code = await importCommand([from], { db: to }, { info() {}, error: console.error })
  if (code !== 0) throw new Error(`The import of ${from} ended with ${code}.`)
  return null
}
