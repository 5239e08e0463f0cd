import { setTimeout as wait } from 'node:timers/promises'
import { graphName } from '../model/address.ts'
import { storedText } from '../reports/formats/bytes.ts'
import { readFeed } from '../reports/formats/feed.ts'
import { filesInFolder, isFolder } from '../reports/formats/folder.ts'
import { ReportWriter } from '../reports/writing/write.ts'
import { formatProblem, UnreadableError, UserError } from '../values/errors.ts'
import { statsAt } from '../values/stats.ts'
import { type FeedState, type FetchedFeed, fetchFeed, isFeedAddress } from './fetch-feed.ts'
import { patient, withOpenGraphFile } from './graph-file.ts'
import type { Out } from './out.ts'
import type { ReadOptions } from './read.ts'
import { ReadRun } from './read-run.ts'
import { countText } from './read-summary.ts'

export interface WatchOptions
  extends Omit<ReadOptions, 'leftOut' | 'title' | 'author' | 'url' | 'published'> {
  /** Minutes from one look at a feed to the next. */
  readonly every: number
  /** Looks once, and ends. */
  readonly once?: boolean | undefined
  readonly offline?: boolean | undefined
}

/** The seconds from one look at folders to the next. */
const FOLDER_SECONDS = 2
/** A file is read once nobody has written to it for so long. */
const SETTLED = 1000

/** `hearsay watch FOLDER|FEED…`: reads what is new, now and from now on, until it is stopped. */
export async function watchCommand(
  targets: readonly string[],
  options: WatchOptions,
  out: Out,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const feeds = targets.filter(isFeedAddress).map((address) => new WatchedFeed(address))
  const folders = targets.filter((target) => !isFeedAddress(target)).map((path) => new WatchedFolder(path))
  let [read, problems] = [0, 0]
  const failed = (file: string, error: unknown) => {
    if (!(error instanceof UnreadableError)) throw error
    problems++
    out.error(formatProblem({ file, message: error.message }))
  }
  let nextFeeds = 0
  do {
    if (Date.now() >= nextFeeds) {
      nextFeeds = Date.now() + options.every * 60_000
      for (const feed of feeds)
        await feed.fetch(options, signal).catch((error) => signal.aborted || failed(feed.address, error))
    }
    const waiting = [...feeds, ...folders].filter((target) => target.look(options.once === true))
    if (waiting.length > 0) read += await readAll(waiting, options, out, failed)
    if (!options.once) await wait(FOLDER_SECONDS * 1000, undefined, { signal }).catch(() => {})
  } while (!options.once && !signal.aborted)
  out.info(`${countText(read, 'new report')} read into ${graphName(options.db)}.`)
  return options.once && problems > 0 ? 1 : 0
}

/** The graph is open only while there is something to write, so that others can write as well. */
function readAll(
  waiting: readonly Watched[],
  { db, mode, accept, publisher, kind, language }: WatchOptions,
  out: Out,
  failed: (file: string, error: unknown) => void,
): Promise<number> {
  return withOpenGraphFile(db, { patience: patient(db, out) }, async (connection) => {
    const run = new ReadRun(new ReportWriter(connection), { mode, accept, isQuiet: true }, out)
    for (const target of waiting)
      await target.read(run, { publisher, kind, language }).catch((error) => failed(target.address, error))
    return run.fresh
  })
}

type WatchedAbout = Pick<WatchOptions, 'publisher' | 'kind' | 'language'>

interface Watched {
  readonly address: string
  /** Whether there is something to read. */
  look(isOnce: boolean): boolean
  read(run: ReadRun, about: WatchedAbout): Promise<void>
}

class WatchedFolder implements Watched {
  readonly address: string
  readonly #seen = new Map<string, string>()
  #files: readonly string[] = []

  constructor(path: string) {
    if (!isFolder(path))
      throw new UserError(`${path} is neither a folder nor the address of a feed (https://…).`)
    this.address = path
  }

  look(isOnce: boolean): boolean {
    this.#files = isFolder(this.address)
      ? filesInFolder(this.address).files.filter((file) => this.#isNew(file, isOnce))
      : []
    return this.#files.length > 0
  }

  /** Whether a file has changed since it was last read, and is written to its end. */
  #isNew(file: string, isOnce: boolean): boolean {
    const stats = statsAt(file)
    if (!stats || (!isOnce && Date.now() - stats.mtimeMs < SETTLED)) return false
    const state = `${stats.mtimeMs} ${stats.size}`
    if (this.#seen.get(file) === state) return false
    this.#seen.set(file, state)
    return true
  }

  async read(run: ReadRun, about: WatchedAbout): Promise<void> {
    for (const file of this.#files) await run.read(file, about)
  }
}

class WatchedFeed implements Watched {
  readonly address: string
  #state: FeedState = {}
  #fetched: FetchedFeed | null = null

  constructor(address: string) {
    if (!URL.canParse(address)) throw new UserError(`${address} is no address.`)
    this.address = address
  }

  async fetch({ offline }: WatchOptions, signal: AbortSignal): Promise<void> {
    this.#fetched = await fetchFeed(this.address, this.#state, { isOffline: offline, signal })
    if (this.#fetched) this.#state = this.#fetched
  }

  look(): boolean {
    return this.#fetched !== null
  }

  async read(run: ReadRun, about: WatchedAbout): Promise<void> {
    const { text = '' } = this.#fetched ?? {}
    this.#fetched = null
    for (const report of readFeed(text)) {
      const found = { report: { ...report, text: storedText(report.text) } }
      run.take(report.url ?? this.address, found, about)
    }
  }
}
