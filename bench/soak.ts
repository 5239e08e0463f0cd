import { copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schema } from '../src/api/schema.ts'
import { Documents } from '../tests/documents/documents.ts'
import { materialOf } from '../tests/documents/material.ts'
import { syntheticGraph } from './generate.ts'
import { InProcess } from './measure/in-process.ts'
import { type Asked, worst } from './soak/asked.ts'
import { abort, ask, hangUp, neverRead } from './soak/clients.ts'
import { Health } from './soak/health.ts'
import { Soak } from './soak/record.ts'
import { Serving } from './soak/server.ts'
import { Random } from './synthetic/random.ts'

/**
 * A real server with little memory, over twenty thousand statements, asked by everybody at once: the worst queries, random
 * documents, clients that hang up and clients that never read. `HEARSAY_SOAK_SECONDS` says for how long, half an hour
 * otherwise; `HEARSAY_SOAK_SLACK`, how many milliseconds past its limit an operation may hold up others, 250 otherwise;
 * `HEARSAY_SEED` asks the same again.
 */
const seconds = Number(process.env.HEARSAY_SOAK_SECONDS ?? 1_800)
const seed = Number(process.env.HEARSAY_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`HEARSAY_SEED=${seed} HEARSAY_SOAK_SECONDS=${seconds}`)

const graph = syntheticGraph({ statements: 20_000, seed: 1 })
const path = join(tmpdir(), `hearsay-soak-${process.pid}.db`)
copyFileSync(graph, path)
const inProcess = new InProcess(graph)
const material = materialOf({ ask: (document) => inProcess.query(document)() })
const documents = new Documents(schema, material, seed)
const random = new Random(seed)

const { serving, url } = await Serving.start(path)
const health = new Health(url)
const soak = new Soak(serving, health, seconds)

const nextDocument = (): Asked => ({ name: 'a random document', ...documents.next() })
const nextWorst = (): Asked => random.pick(worst)
/** The same of another text each time, as programs send that write ids into their queries. */
const varied = (asked: Asked): Asked => ({ ...asked, query: `${asked.query} # ${random.below(1e9)}` })

async function judged(asked: Asked): Promise<void> {
  try {
    soak.answered(asked, await ask(url, asked))
  } catch (error) {
    soak.failed(asked, error)
  }
}

/** Three times, for what comes again is compiled. */
const reader = async (): Promise<void> => {
  const asked = nextDocument()
  for (let time = 0; time < 3; time++) await judged(asked)
}
const asker = (): Promise<void> => judged(random.chance(0.2) ? varied(nextWorst()) : nextWorst())
const quitter = async (): Promise<void> => {
  await abort(url, random.chance(0.3) ? nextWorst() : nextDocument(), 5 + random.below(200))
  await pause(500)
}
const caller = async (): Promise<void> => {
  hangUp(url, nextDocument())
  await pause(50)
}
/** Ten at a time, each of which the server ends after a while. */
const sleeper = async (): Promise<void> => {
  const socket = neverRead(url, nextWorst())
  await Promise.race([new Promise((resolve) => socket.once('close', resolve)), pause(40_000)])
  socket.destroy()
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())

async function again(client: () => Promise<void>): Promise<void> {
  while (!soak.isOver) await client()
}

const clients = [reader, reader, asker, quitter, caller, ...Array.from({ length: 10 }, () => sleeper)]
await Promise.race([Promise.all(clients.map(again)), soak.ended()])
const faults = await soak.report()
health.stop()
serving.stop()
process.exit(faults === 0 ? 0 : 1)
