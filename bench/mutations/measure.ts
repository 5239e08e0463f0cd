import { performWrite } from '../../src/edits/perform.ts'
import { openDurableWriter } from '../../src/model/open.ts'
import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { formatRevisionId } from '../../src/values/id.ts'
import { Client } from '../live/client.ts'
import { withServedCopy } from '../live/edited-copy.ts'
import { type Latency, latencyOf } from '../measure/latency.ts'
import {
  type Busiest,
  type MutationKind,
  materialFor,
  mutationKinds,
  mutationOf,
  requestOf,
} from './kinds.ts'

export interface MutationResult {
  readonly kind: string
  /** In this process, the wait for the disk included. */
  readonly inProcess: Latency
  /** Milliseconds of the processor's time, half of the times at most. */
  readonly processor: number
  /** As a client of the server sees it; null of what no client can ask. */
  readonly http: Latency | null
}

interface Taken {
  readonly wall: number
  readonly processor: number
}

/** The kind by which all others are judged: a row into a table of its own, and the disk's word for it. */
const PLAIN = 'plain insert'

/** What each kind of mutation takes, by turns, beside a plain insert with its wait for the disk. */
export const measureMutations = (graph: string, rounds: number): Promise<MutationResult[]> =>
  withServedCopy(graph, async ({ path, url, token }) => {
    const busiest = busiestOf(path)
    const engine = openDurableWriter(path)
    const client = new Client(url, token)
    const local = new Times()
    const told = new Times()
    try {
      await performWrite(engine, materialFor(busiest, rounds * 2))
      const insert = plainInsert(`${path}-plain`)
      for (let round = 0; round < rounds; round++) {
        await local.take(PLAIN, async () => insert())
        let recorded = ''
        for (const kind of mutationKinds) {
          const request = requestOf(kind, busiest, round, recorded)
          const { revision, problems } = await local.take(kind, () => performWrite(engine, request))
          if (revision === null) throw new Error(`${kind}: ${problems[0]?.message}`)
          if (kind === 'record') recorded = formatRevisionId(revision)
        }
      }
      for (let round = rounds; round < rounds * 2; round++) {
        let recorded = ''
        for (const kind of mutationKinds) {
          const { query, variables } = mutationOf(requestOf(kind, busiest, round, recorded))
          const { text } = await told.take(kind, () => client.ask({ query, ...(variables && { variables }) }))
          const revision = /"revision":\{"id":"(revision_\d+)"/.exec(text)?.[1]
          if (!revision) throw new Error(`${kind}: ${text.slice(0, 300)}`)
          if (kind === 'record') recorded = revision
        }
      }
    } finally {
      client.close()
      engine.close()
    }
    return ([PLAIN, ...mutationKinds] as const).map((kind) => ({
      kind,
      inProcess: latencyOf(local.of(kind).map(({ wall }) => wall)),
      processor: latencyOf(local.of(kind).map(({ processor }) => processor)).p50,
      http: kind === PLAIN ? null : latencyOf(told.of(kind).map(({ wall }) => wall)),
    }))
  })

class Times {
  readonly #taken = new Map<MutationKind | typeof PLAIN, Taken[]>()

  async take<T>(kind: MutationKind | typeof PLAIN, work: () => Promise<T>): Promise<T> {
    const [begun, before] = [performance.now(), process.cpuUsage()]
    const done = await work()
    const { user, system } = process.cpuUsage(before)
    const taken = { wall: performance.now() - begun, processor: (user + system) / 1_000 }
    const all = this.#taken.get(kind) ?? []
    this.#taken.set(kind, all)
    all.push(taken)
    return done
  }

  of(kind: MutationKind | typeof PLAIN): readonly Taken[] {
    return this.#taken.get(kind) ?? []
  }
}

function plainInsert(path: string): () => void {
  const db = openDatabase(path)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table said (id integer primary key, text text not null)')
  const insert = db.prepare('insert into said (text) values (?)')
  return () => void insert.run('We have seen nothing of it.')
}

function busiestOf(path: string): Busiest {
  const db = openDatabase(path, { readonly: true })
  const busiest = (facet: string) =>
    `${facet.toLowerCase()}_${db.prepare<[string], number>('select value from tally where facet = ? order by statements desc').pluck().get(facet)}`
  try {
    return {
      source: busiest('SOURCE'),
      speaker: busiest('SPEAKER').replace('speaker', 'actor'),
      claim: busiest('CLAIM'),
    }
  } finally {
    db.close()
  }
}
