import { setTimeout } from 'node:timers/promises'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { type Latency, latencyOf } from '../measure/latency.ts'
import { Client } from './client.ts'
import { StatementWriter, type Written } from './statement-writer.ts'
import { faultOf, Subscriber } from './subscriber.ts'

export interface LoadDraft {
  readonly url: string
  readonly token: string
  readonly path: string
  readonly subscribers: number
}

export interface Wanted {
  readonly rate: number
  readonly seconds: number
  /** How many statements a request has. */
  readonly each: number
}

export interface Loaded {
  readonly written: Written
  readonly revisions: number
  /** Milliseconds from a revision to whoever hears of it. */
  readonly delay: Latency
  readonly faults: readonly string[]
}

/** Those who hear get so many milliseconds after the last was written. */
const PATIENCE = 20_000

/** The process that writes and hears: what it is to do comes from its parent, one thing after the other. */
const draft: LoadDraft = JSON.parse(process.argv[2] ?? '')
const client = new Client(draft.url, draft.token)
const writer = new StatementWriter(client, draft.path)
const db = openDatabase(draft.path, { readonly: true })
const lastRevision = () => db.prepare<[], number>('select max(id) from revision').pluck().get() ?? 0

async function load({ rate, seconds, each }: Wanted): Promise<Loaded> {
  const before = lastRevision()
  const subscribers = await Promise.all(
    Array.from({ length: draft.subscribers }, () => Subscriber.start(client)),
  )
  const written = await writer.write(rate, seconds, each)
  const revisions = db
    .prepare<[number], number>('select id from revision where id > ? order by id')
    .pluck()
    .all(before)
  await allHeard(subscribers, revisions.length)
  return {
    written,
    revisions: revisions.length,
    delay: latencyOf(subscribers.flatMap(({ delays }) => delays)),
    faults: subscribers.flatMap((subscriber, index) => {
      const fault = faultOf(subscriber, revisions)
      subscriber.stop()
      return fault === null ? [] : [`subscriber ${index}: ${fault}`]
    }),
  }
}

async function allHeard(subscribers: readonly Subscriber[], count: number): Promise<void> {
  const end = performance.now() + PATIENCE
  while (performance.now() < end && subscribers.some(({ heard }) => heard.length < count))
    await setTimeout(50)
}

process.on('message', async (wanted: Wanted) => process.send?.(await load(wanted)))
process.on('disconnect', () => process.exit())
