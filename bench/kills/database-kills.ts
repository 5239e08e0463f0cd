import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { UserWriter } from '../../src/model/users/write.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { Cluster } from '../../tests/postgres/cluster.ts'
import { HttpWriters } from './http-writers.ts'
import { ServedProcess } from './served.ts'

export const victims = ['server', 'backend', 'primary'] as const
export type Victim = (typeof victims)[number]

export interface DatabaseRound {
  readonly victim: Victim
  /** How many mutations the writers were told are done. */
  readonly acknowledged: number
  /** How many of all that were ever acknowledged are not there any more. */
  readonly lost: number
  /** Milliseconds from the kill until each writer was acknowledged again. */
  readonly pause: number
  readonly refusals: ReadonlyMap<string, number>
  readonly problems: readonly string[]
}

export interface DatabaseKills {
  /** How often each victim is killed. */
  readonly rounds: number
  readonly random: () => number
  readonly cli: string
  /** The folder of PostgreSQL's programs. */
  readonly programs: string
  /** Whether a commit waits until one of the replicas has it too. */
  readonly isSynchronous: boolean
}

const WRITERS = 4
/** Milliseconds after the first mutations until the kill, at most. */
const LONGEST = 600
/** Milliseconds within which writing goes on. */
const LONGEST_PAUSE = 60_000
const SCHEMA = 'killed'

/**
 * Kills the server, a process of PostgreSQL that serves it, and the primary, at random moments while clients write over HTTP;
 * a replica takes the place of the primary. What was acknowledged must be there, and `hearsay check` find nothing.
 */
export async function* databaseKills(options: DatabaseKills): AsyncGenerator<DatabaseRound> {
  const cluster = await Cluster.start(options.programs, ['first', 'second'], options.isSynchronous)
  const db = `${cluster.address}&schema=${SCHEMA}`
  const server = new ServedProcess(options.cli, ['--db', db, '--empty'])
  try {
    const token = editorOf(db)
    await server.start()
    const killing = new Killing(options, cluster, server, db, token)
    for (let round = 0; round < options.rounds; round++)
      for (const victim of victims) yield await killing.round(victim, `r${round}-${victim}`)
  } finally {
    await server.kill()
    await cluster.remove()
  }
}

/** A token of one who may write. */
export function editorOf(db: string): string {
  const writer = openWriter(db)
  const users = new UserWriter(writer)
  const { token } = users.issue({ userId: users.put('eve', 'EDITOR').user.id, kind: 'API' })
  writer.close()
  return token
}

class Killing {
  readonly #options: DatabaseKills
  readonly #cluster: Cluster
  readonly #server: ServedProcess
  readonly #db: string
  readonly #token: string
  /** What was acknowledged in all rounds, and has not been found to be lost. */
  #expected: string[] = []

  constructor(options: DatabaseKills, cluster: Cluster, server: ServedProcess, db: string, token: string) {
    this.#options = options
    this.#cluster = cluster
    this.#server = server
    this.#db = db
    this.#token = token
  }

  async round(victim: Victim, name: string): Promise<DatabaseRound> {
    const writers = new HttpWriters(this.#server.url, this.#token, WRITERS, name)
    const problems: string[] = []
    if (!(await writers.wroteSince(performance.now(), LONGEST_PAUSE))) problems.push('writing did not begin')
    await setTimeout(this.#options.random() * LONGEST)
    const killed = performance.now()
    await this.#kill(victim)
    if (!(await writers.wroteSince(killed, LONGEST_PAUSE))) problems.push('writing did not go on')
    const pause = performance.now() - killed
    await writers.stop()
    if (victim === 'primary') await this.#cluster.rejoin()
    const lost = await this.#lost(writers.acknowledged)
    if (this.#options.isSynchronous) problems.push(...lost.map((slug) => `${slug} is not there`))
    problems.push(...writers.wrong, ...(await this.#checked()))
    const { acknowledged, refusals } = writers
    return { victim, acknowledged: acknowledged.length, lost: lost.length, pause, refusals, problems }
  }

  async #kill(victim: Victim): Promise<void> {
    if (victim === 'primary') {
      await this.#cluster.primary.kill()
      return this.#cluster.failOver()
    }
    if (victim === 'server') {
      await this.#server.kill()
      return this.#server.start()
    }
    const backends = await this.#cluster.primary.backends('hearsay')
    const backend = backends[Math.floor(this.#options.random() * backends.length)]
    if (backend === undefined) throw new Error('No process of PostgreSQL serves the server.')
    process.kill(backend, 'SIGKILL')
  }

  async #lost(acknowledged: readonly string[]): Promise<string[]> {
    this.#expected.push(...acknowledged)
    const rows = await this.#cluster.primary.ask<{ slug: string }>(`select slug from ${SCHEMA}.entity`)
    const there = new Set(rows.map(({ slug }) => slug))
    const lost = this.#expected.filter((slug) => !there.has(slug))
    this.#expected = this.#expected.filter((slug) => there.has(slug))
    return lost
  }

  /** What `hearsay check` finds. */
  async #checked(): Promise<string[]> {
    const child = spawn(process.execPath, [this.#options.cli, 'check', '--db', this.#db])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const [code] = (await once(child, 'close')) as [number | null]
    return code === 0 ? [] : [`hearsay check ended with ${code}: ${output}`]
  }
}
