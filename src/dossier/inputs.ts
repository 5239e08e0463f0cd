import { closeSync, openSync, readSync, type Stats, statSync, writeSync } from 'node:fs'
import { errorCode, type Problem } from '../values/errors.ts'
import { inputFault, readingFault } from '../values/file-refusal.ts'
import { fileProblemAt } from './file-format.ts'
import { openTemporaryFile } from './spool.ts'
import { TextFile } from './text-file.ts'

const readingWords = {
  missing: 'there is no such file',
  forbidden: 'may not be read: permission denied',
}

/** Opens what is to be imported, or says why it cannot be read. What cannot be read twice is copied first. */
export function openInput(path: string): TextFile | Problem {
  try {
    const stats = statSync(path)
    const fault = inputFault(path, stats)
    return fault ? fileProblemAt(path, fault) : openFile(path, stats)
  } catch (error) {
    const fault = readingFault(error, readingWords)
    if (fault === null) throw error
    return fileProblemAt(path, fault)
  }
}

/** Whether a path leads to the output of another command, which can be read once only. */
export function isPipe(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && inputFault(path, stats) === null
}

function openFile(path: string, stats: Stats): TextFile {
  const descriptor = openSync(path, 'r')
  if (stats.isFile()) return new TextFile(path, descriptor)
  try {
    return new TextFile(path, copyOf(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

/** How long to wait for a writer who is slower, in milliseconds. */
const PAUSE = 5
const pause = new Int32Array(new SharedArrayBuffer(4))

/** A temporary file with all that comes from a pipe. */
function copyOf(from: number): number {
  const to = openTemporaryFile()
  const block = Buffer.allocUnsafe(1 << 16)
  for (let read = readSome(from, block); read !== 0; read = readSome(from, block))
    if (read === null) Atomics.wait(pause, 0, 0, PAUSE)
    else for (let at = 0; at < read; ) at += writeSync(to, block, at, read - at)
  return to
}

/** How many bytes came; 0 at the end, null where there are none as yet. */
function readSome(from: number, block: Uint8Array): number | null {
  try {
    return readSync(from, block)
  } catch (error) {
    if (errorCode(error) === 'EOF') return 0
    if (errorCode(error) === 'EAGAIN') return null
    throw error
  }
}
