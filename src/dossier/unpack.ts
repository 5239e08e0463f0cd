import { closeSync, writeSync } from 'node:fs'
import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { errorCode, errorMessage, type Problem } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'
import { fileProblemAt, LARGEST_READ } from './file-format.ts'
import { openTemporaryFile } from './spool.ts'
import { TextFile } from './text-file.ts'

/** What a file in gzip's format begins with. */
const GZIP_MARK = [0x1f, 0x8b]
/** Dossiers become ten to thirty times smaller. A file that is made to fill a disk unpacks to a thousand times its size. */
const MOST_UNPACKED_TIMES = 200
/** What any file may unpack to. */
const ALWAYS_UNPACKED = 64 * MIB
/** So much of a packed file is read at a time, in bytes. */
const PIECE = 65_536

export const isGzip = (file: TextFile): boolean => {
  const head = file.read(0, GZIP_MARK.length)
  return GZIP_MARK.every((byte, at) => head[at] === byte)
}

/**
 * Unpacks what is compressed with gzip, by its first bytes and not by its name, into a temporary file; gives everything else as
 * it is. The packed file is closed.
 *
 * @param largest What it may unpack to, in bytes.
 */
export async function unpacked(
  file: TextFile,
  signal?: AbortSignal,
  largest: number = LARGEST_READ.jsonl * MIB,
): Promise<TextFile | Problem> {
  if (!isGzip(file)) return file
  const most = Math.min(largest, Math.max(ALWAYS_UNPACKED, file.size * MOST_UNPACKED_TIMES))
  try {
    return await copied(
      file.name,
      Readable.from(pieces(file)),
      signal,
      createGunzip(),
      atMost(most, file.size),
    )
  } catch (error) {
    if (error instanceof TooLargeError) return fileProblemAt(file.name, error.message)
    if (!errorCode(error).startsWith('Z_')) throw error
    return fileProblemAt(file.name, `is not whole: gzip cannot unpack it (${errorMessage(error)})`)
  } finally {
    file.close()
  }
}

/** All of a file. A stream of its descriptor might still be reading when it is closed, which then would fail with nobody to hear of it. */
function* pieces(file: TextFile): Generator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) yield file.read(at, at + PIECE)
}

/** A temporary file with all that comes. */
export async function copied(
  name: string,
  from: Readable,
  signal: AbortSignal = new AbortController().signal,
  ...through: readonly Transform[]
): Promise<TextFile> {
  const to = openTemporaryFile()
  try {
    await pipeline([from, ...through, writerTo(to)], { signal })
    return new TextFile(name, to)
  } catch (error) {
    closeSync(to)
    throw error
  }
}

/** Leaves the file open, whatever happens: a stream of a descriptor would close it where something goes wrong. */
const writerTo = (descriptor: number): Writable =>
  new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      try {
        for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at)
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  })

class TooLargeError extends Error {}

/** Hands on what comes, and ends the work where that is too much. */
function atMost(most: number, packed: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.length
      if (size > most) done(new TooLargeError(tooMuch(size, packed)))
      else done(null, chunk)
    },
  })
}

const tooMuch = (size: number, packed: number): string =>
  `unpacks to more than ${Math.floor(size / MIB)} MiB, ${Math.floor(size / packed)} times its size: unpack it yourself if ` +
  `that is right (up to ${MOST_UNPACKED_TIMES} times, and ${LARGEST_READ.jsonl} MiB)`
