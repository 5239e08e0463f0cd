import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { errorCode } from '../../src/values/errors.ts'
import { addressIn, answers, ownFolder, runProgram, startServer } from './programs.ts'

/** Settings of each server; nothing here outlives the machine, so that the disk need not be waited for. */
const SETTINGS = [
  'fsync=off',
  'max_connections=100',
  'wal_level=replica',
  'max_wal_senders=10',
  'hot_standby=on',
  // A replica that has lost the primary asks for it again so soon; by itself it waits for five seconds.
  'wal_retrieve_retry_interval=200ms',
]

/** So often a server is started before it is taken for one that cannot be. */
const MOST_STARTS = 100

/** A server of a cluster: the primary, or a replica that streams from it. */
export class ClusterNode {
  readonly name: string
  readonly folder = ownFolder()
  readonly #programs: string
  #process: ChildProcess | null = null

  constructor(name: string, programs: string) {
    this.name = name
    this.#programs = programs
  }

  get address(): string {
    return addressIn(this.folder)
  }

  /** One that finds a process of the server before it, which was killed, ends at once. It is started again until that has ended. */
  async start(): Promise<void> {
    for (let tries = 0; tries < MOST_STARTS; tries++) {
      this.#process = startServer(this.#programs, this.folder, SETTINGS)
      if (await answers(this.#process, this.address)) return
      await setTimeout(100)
    }
    throw new Error(`The server ${this.name} has ended each time that it was started.`)
  }

  /** Ends it at once, with all of its connections. What it was writing is cut off. */
  async kill(): Promise<void> {
    const running = this.#process
    this.#process = null
    if (!running || running.exitCode !== null) return
    const backends = await this.backends()
    const ended = once(running, 'exit')
    running.kill('SIGKILL')
    // Those that it has left behind would keep the folder for a while.
    for (const backend of backends) killIfThere(backend)
    await ended
  }

  /** Makes a replica the primary. */
  async promote(): Promise<void> {
    await this.ask('select pg_promote(true, 60)')
  }

  /** Streams from another from now on. */
  async follow(primary: ClusterNode): Promise<void> {
    await this.ask(`alter system set primary_conninfo = '${conninfo(primary, this.name)}'`)
    await this.ask('select pg_reload_conf()')
  }

  async ask<Row extends object>(text: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.address })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }

  /** A copy of the primary, which streams what is written to it from then on. */
  copy(primary: ClusterNode): void {
    rmSync(join(this.folder, 'data'), { recursive: true, force: true })
    const from = ['-d', conninfo(primary, this.name), '-D', join(this.folder, 'data')]
    runProgram(
      this.#programs,
      'pg_basebackup',
      [...from, '-X', 'stream', '-c', 'fast', '--no-sync', '-R'],
      this.folder,
    )
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The server's processes; those alone that serve an application, where one is named. */
  async backends(application?: string): Promise<number[]> {
    const one = application ? ` and application_name = '${application}'` : ''
    const known = await this.ask<{ pid: number }>(
      `select pid from pg_stat_activity where pid <> pg_backend_pid()${one}`,
    ).catch(() => [])
    return known.map(({ pid }) => pid)
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

const conninfo = (primary: ClusterNode, name: string): string =>
  `host=${primary.folder} user=hearsay application_name=${name}`

/** A primary with replicas that stream from it, all on this machine. */
export class Cluster {
  primary: ClusterNode
  replicas: ClusterNode[]
  readonly #nodes: readonly ClusterNode[]

  private constructor(primary: ClusterNode, replicas: ClusterNode[]) {
    this.primary = primary
    this.replicas = replicas
    this.#nodes = [primary, ...replicas]
  }

  /** @param isSynchronous Whether a commit waits until one of the replicas has it too. */
  static async start(programs: string, names: readonly string[], isSynchronous = false): Promise<Cluster> {
    const primary = new ClusterNode('primary', programs)
    const replicas = names.map((name) => new ClusterNode(name, programs))
    const cluster = new Cluster(primary, replicas)
    try {
      await cluster.#start(programs, isSynchronous)
    } catch (error) {
      // No server is left behind of which nobody knows.
      for (const node of cluster.#nodes) await node.remove()
      throw error
    }
    return cluster
  }

  async #start(programs: string, isSynchronous: boolean): Promise<void> {
    const { primary, replicas } = this
    const initial = ['--username=hearsay', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
    runProgram(programs, 'initdb', ['-D', join(primary.folder, 'data'), ...initial], primary.folder)
    await primary.start()
    // The replicas copy it: whichever takes the primary's place waits as well.
    if (isSynchronous) await this.#waitForReplicas()
    for (const replica of replicas) {
      replica.copy(primary)
      await replica.start()
    }
  }

  /** The address of all servers, of which one takes writes. */
  get address(): string {
    const folders = this.#nodes.map(({ folder }) => folder).join(',')
    return `postgres://hearsay@/postgres?host=${encodeURIComponent(folders)}`
  }

  /** A replica takes the place of the primary, which is gone, and the others follow it. */
  async failOver(): Promise<void> {
    const ahead = await this.#furthest()
    await ahead.promote()
    this.replicas = this.replicas.filter((replica) => replica !== ahead)
    this.primary = ahead
    for (const replica of this.replicas) await replica.follow(ahead)
  }

  /** The one that was the primary before the last failover comes back as a replica, made anew. */
  async rejoin(): Promise<void> {
    for (const node of this.#nodes) {
      if (node === this.primary || this.replicas.includes(node)) continue
      node.copy(this.primary)
      await node.start()
      this.replicas.push(node)
    }
  }

  /** Waits until all replicas have what the primary has now. */
  async caughtUp(): Promise<void> {
    const [at] = await this.primary.ask<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')
    for (const replica of this.replicas)
      for (;;) {
        const [seen] = await replica.ask<{ isThere: boolean }>(
          `select pg_last_wal_replay_lsn() >= '${at?.lsn}'::pg_lsn as "isThere"`,
        )
        if (seen?.isThere) break
        await setTimeout(20)
      }
  }

  async remove(): Promise<void> {
    for (const node of this.#nodes) await node.remove()
  }

  /** From now on a commit waits until another server has it too. */
  async #waitForReplicas(): Promise<void> {
    const names = this.#nodes.map(({ name }) => `"${name}"`).join(', ')
    await this.primary.ask(`alter system set synchronous_standby_names = 'ANY 1 (${names})'`)
    await this.primary.ask('select pg_reload_conf()')
  }

  /** The replica that has received most: with synchronous replication it has all that was acknowledged. */
  async #furthest(): Promise<ClusterNode> {
    const received = await Promise.all(
      this.replicas.map(async (replica) => {
        const [row] = await replica.ask<{ bytes: string }>(
          `select pg_wal_lsn_diff(pg_last_wal_receive_lsn(), '0/0')::text as bytes`,
        )
        return { replica, bytes: BigInt(row?.bytes ?? 0) }
      }),
    )
    const [first] = received.sort((a, b) => Number(b.bytes - a.bytes))
    if (!first) throw new Error('There is no replica to take over.')
    return first.replica
  }
}
