import { createReadStream } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { distinctPaths } from '../dossier/import.ts'
import { isPipe, openInput } from '../dossier/inputs.ts'
import { TextFile } from '../dossier/text-file.ts'
import { copied, isGzip, unpacked } from '../dossier/unpack.ts'
import { type Problem, UserError } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'
import { statsOrNull } from '../values/stats.ts'
import { importCommand } from './import.ts'
import type { ImportOptions } from './import-into.ts'
import { ImportRate, progressText, SharedProgress, StoppedError } from './import-progress.ts'
import type { Out } from './out.ts'
import { progressLine } from './progress.ts'

/** What a thread is given that imports: files that are open, or why they are not. */
export interface ThreadImport {
  readonly inputs: readonly ({ readonly name: string; readonly descriptor: number } | Problem)[]
  readonly options: ImportOptions
  readonly buffer: SharedArrayBuffer
}

/** What it tells: lines to print, and how it ended. */
export type ThreadMessage =
  | { readonly info: string }
  | { readonly error: string }
  | { readonly code: number }
  | { readonly stopped: true }
  | { readonly refused: string }

/** What is smaller than that, in bytes, is imported before anybody could look on. */
const SMALL = 2 * MIB
/** Milliseconds between two looks, and until a program is told how far an import is, and then again. */
const LOOK = 100
const TOLD_EVERY = 3_000
/** What a shell says of a command that was interrupted. */
const INTERRUPTED = 130
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const STANDARD_INPUT = '-'

/**
 * Imports as the command does, and shows how far it is: on a terminal in one line, elsewhere in a line of JSON every few
 * seconds. Where it is interrupted, nothing has happened.
 */
export async function watchedImport(
  paths: readonly string[],
  options: ImportOptions,
  out: Out,
): Promise<number> {
  if (isSmall(paths)) return importCommand(paths, options, out)
  const shared = new SharedProgress()
  const look = process.stderr.isTTY ? lineLook(shared) : jsonLook(shared)
  const timer = setInterval(look.show, LOOK)
  const stopping = new AbortController()
  const stop = () => {
    look.clear()
    clearInterval(timer)
    shared.stop()
    stopping.abort()
    // Whoever asks again does not wait: a process that ends leaves the graph as it was, too.
    process.once('SIGINT', () => process.exit(INTERRUPTED))
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  const files: TextFile[] = []
  try {
    const inputs = await preparedInputs(paths, stopping.signal, files)
    return await importInThread({ inputs, options, buffer: shared.buffer }, out, look.clear)
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    out.error('Stopped; nothing was imported, and the graph is as it was.')
    return INTERRUPTED
  } finally {
    clearInterval(timer)
    look.clear()
    for (const file of files) file.close()
    for (const signal of SIGNALS) process.off(signal, stop)
  }
}

/**
 * What comes from a pipe is copied first, and what is packed is unpacked, so that the thread can read it twice.
 *
 * @param opened Is given the files to close in the end.
 */
async function preparedInputs(
  paths: readonly string[],
  signal: AbortSignal,
  opened: TextFile[],
): Promise<ThreadImport['inputs']> {
  const inputs = []
  for (const path of distinctPaths(paths)) {
    const input = await openedInput(path, signal)
    const file = input instanceof TextFile ? await unpacked(input, signal) : input
    if (file instanceof TextFile) opened.push(file)
    inputs.push(file instanceof TextFile ? { name: file.name, descriptor: file.descriptor } : file)
  }
  return inputs
}

async function openedInput(path: string, signal: AbortSignal): Promise<TextFile | Problem> {
  if (path === STANDARD_INPUT) return copied('stdin', process.stdin, signal)
  return isPipe(path) ? copied(path, createReadStream(path), signal) : openInput(path)
}

/** Whether it takes no time to speak of. What is no file is told so by the command. */
function isSmall(paths: readonly string[]): boolean {
  if (paths.some((path) => path === STANDARD_INPUT || isPipe(path) || isGzipFile(path))) return false
  const size = paths.reduce((sum, path) => sum + (statsOrNull(path)?.size ?? 0), 0)
  return size < SMALL
}

function isGzipFile(path: string): boolean {
  if (!statsOrNull(path)?.isFile()) return false
  const input = openInput(path)
  if (!(input instanceof TextFile)) return false
  try {
    return isGzip(input)
  } finally {
    input.close()
  }
}

function importInThread(job: ThreadImport, out: Out, clear: () => void): Promise<number> {
  const worker = new Worker(new URL('./import-thread.js', import.meta.url), { workerData: job })
  return new Promise<number>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      clear()
      if ('info' in message) out.info(message.info)
      else if ('error' in message) out.error(message.error)
      else if ('code' in message) resolve(message.code)
      else if ('refused' in message) reject(new UserError(message.refused))
      else reject(new StoppedError())
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The thread that imports ended with ${code}.`)))
  })
}

/** Shows how far an import is, whenever it looks. */
interface ProgressLook {
  show(): void
  /** Makes room for another line. */
  clear(): void
}

function lineLook(shared: SharedProgress): ProgressLook {
  const rate = new ImportRate()
  const line = progressLine()
  return { show: () => line(progressText(rate.told(shared.state()))), clear: () => line('') }
}

function jsonLook(shared: SharedProgress): ProgressLook {
  const rate = new ImportRate()
  let next = performance.now() + TOLD_EVERY
  const show = () => {
    const told = rate.told(shared.state())
    if (performance.now() < next) return
    next += TOLD_EVERY
    console.error(JSON.stringify(told))
  }
  return { show, clear() {} }
}
