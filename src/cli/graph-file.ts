import { existsSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { graphName, isInFile } from '../model/address.ts'
import { isBusy, isGraphAt, openWriter } from '../model/open.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { WriterOptions } from '../sql/engine-kind.ts'
import { UserError } from '../values/errors.ts'
import { otherKind } from '../values/file-refusal.ts'
import { statsAt } from '../values/stats.ts'
import { fileProblem, graphFileError, openProblem } from './graph-file-refusal.ts'

/**
 * Opens a graph for writing, made or brought up to date where need be, or says what is wrong with the path of its file, or the
 * address of its database. What a command says that it has written is on the disk.
 */
export function openGraphFile(path: string, options: WriterOptions = {}): ImmediateEngine {
  try {
    if (isInFile(path)) refuseWhatIsNoFile(path)
    return openWriter(path, { durable: true, ...options })
  } catch (error) {
    throw openProblem(path, error)
  }
}

/** Does a command's work on a graph. Whatever the engine or the disk refuses on the way is told as a UserError. */
export function withGraphFile<T>(
  path: string,
  options: WriterOptions,
  work: (connection: ImmediateEngine) => T,
): T {
  const connection = openGraphFile(path, options)
  try {
    return work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

/** The same for work that waits, for other threads or for a network. */
export async function withOpenGraphFile<T>(
  path: string,
  options: WriterOptions,
  work: (connection: ImmediateEngine) => Promise<T>,
): Promise<T> {
  const connection = openGraphFile(path, options)
  try {
    return await work(connection)
  } catch (error) {
    throw fileProblem(path, error)
  } finally {
    connection.close()
  }
}

/** Milliseconds for which a server tries to write what is asked of it, and between two attempts. */
const SERVED_WAIT = { whole: 5_000, between: 100 }

/**
 * Does a little work on a graph beside a server, which goes on answering: where another program is writing, it is
 * tried again later, and nothing stands still meanwhile. Fails with a UserError where that takes too long.
 */
export async function withServedFile<T>(path: string, work: (connection: ImmediateEngine) => T): Promise<T> {
  const deadline = performance.now() + SERVED_WAIT.whole
  for (;;) {
    try {
      return withConnection(path, work)
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw fileProblem(path, error)
    }
    await setTimeout(SERVED_WAIT.between)
  }
}

function withConnection<T>(path: string, work: (connection: ImmediateEngine) => T): T {
  const connection = openWriter(path, { atOnce: true })
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

export const isEmptyGraph = (connection: ImmediateEngine): boolean =>
  connection.prepare(sql`select 1 from entity union all select 1 from source limit 1`).get() === undefined

/** Long enough for another import of some hundred thousand statements, in milliseconds. */
const LONGEST_WAIT = 60_000

/** Waits for whoever else writes to the graph, and says so. */
export const patient = (
  path: string,
  { error }: { error(line: string): void },
): NonNullable<WriterOptions['patience']> => ({
  limit: LONGEST_WAIT,
  onWait: () =>
    error(
      `${graphName(path)} is being written by another program; waiting for it, up to ${LONGEST_WAIT / 1000} s.`,
    ),
  onReady: (waited) => error(`Waited ${(waited / 1000).toFixed(0)} s for ${graphName(path)}.`),
})

/**
 * Refuses a place at which there is no graph: a name with a mistake in it makes no new one.
 *
 * @param missing What to say of a file that is not there.
 */
export function requireGraph(db: string, missing: string): void {
  if (isInFile(db)) {
    if (!existsSync(db)) throw new UserError(missing)
    return
  }
  if (!holdsGraph(db))
    throw new UserError(`${graphName(db)} holds no graph. --db names one; hearsay serve makes a new one.`)
}

/** Whether a graph is there, or else nothing that would be in its place. */
export function holdsGraph(path: string): boolean {
  try {
    if (isInFile(path)) refuseWhatIsNoFile(path)
    return isGraphAt(path)
  } catch (error) {
    throw openProblem(path, error)
  }
}

export function refuseWhatIsNoFile(path: string): void {
  if (path === ':memory:')
    throw new UserError(
      'A graph in memory would be gone at the end of the command. Name a file with --db, such as hearsay.db.',
    )
  const folder = statsOrProblem(dirname(path), path)
  if (!folder)
    throw new UserError(
      `The folder of ${path} does not exist. Make it first, or choose another file with --db.`,
    )
  if (!folder.isDirectory()) throw graphFileError('belowFile', path)
  const stats = statsOrProblem(path, path)
  if (stats?.isDirectory())
    throw new UserError(
      `${path} is a folder. Name a file with --db, such as ${path.replace(/\/$/, '')}/hearsay.db.`,
    )
  const kind = stats ? otherKind(stats) : null
  if (kind) throw new UserError(`${path} is ${kind}, not a file. Choose a file with --db.`)
}

/** What a path leads to; where the system does not let anybody look, that is told of the graph's. */
function statsOrProblem(path: string, graph: string): Stats | undefined {
  try {
    return statsAt(path)
  } catch (error) {
    throw fileProblem(graph, error)
  }
}
