import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Letters that are kept in memory, before all goes into a file. */
const MOST_IN_MEMORY = 8_000_000
/** Bytes that are written, and read, at once. */
const BLOCK = 1 << 20

/** A temporary file that nobody else sees. Its name is gone at once, so that nothing is left of it where the process is killed. */
export function openTemporaryFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  try {
    return openSync(join(folder, 'spool'), 'wx+', 0o600)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Keeps many texts, each known by its number: a few in memory, more in a temporary file. */
export class Spool {
  #inMemory: string[] | null = []
  #letters = 0
  #file: SpoolFile | null = null

  /** @returns The text's number: they are counted from 0. */
  add(text: string): number {
    if (!this.#inMemory) return this.#mustHaveFile().add(text)
    this.#inMemory.push(text)
    this.#letters += text.length
    const number = this.#inMemory.length - 1
    if (this.#letters > MOST_IN_MEMORY) this.#moveToFile(this.#inMemory)
    return number
  }

  text(number: number): string {
    return this.#inMemory?.[number] ?? this.#mustHaveFile().text(number)
  }

  close(): void {
    this.#file?.close()
  }

  #moveToFile(texts: readonly string[]): void {
    this.#file = new SpoolFile()
    for (const text of texts) this.#file.add(text)
    this.#inMemory = null
  }

  #mustHaveFile(): SpoolFile {
    if (!this.#file) throw new Error('There is no text with that number.')
    return this.#file
  }
}

/** Texts one after the other in a file. They are read faster the nearer each is to the one before. */
class SpoolFile {
  readonly #descriptor = openTemporaryFile()
  /** Where each text starts, and where the next would. */
  readonly #starts: number[] = [0]
  /** Bytes that are in the file, and what is not written yet. */
  #written = 0
  #tail = Buffer.allocUnsafe(BLOCK)
  #tailLength = 0
  /** What was read last: the bytes from a place on. */
  #read = Buffer.alloc(0)
  #readFrom = 0

  add(text: string): number {
    const most = text.length * 3
    if (this.#tailLength + most > this.#tail.length) this.#flush(most)
    this.#tailLength += this.#tail.write(text, this.#tailLength)
    return this.#starts.push(this.#written + this.#tailLength) - 2
  }

  text(number: number): string {
    const [start, end] = [this.#starts[number], this.#starts[number + 1]]
    if (start === undefined || end === undefined) throw new Error('There is no text with that number.')
    if (start >= this.#written) return this.#tail.toString('utf8', start - this.#written, end - this.#written)
    if (start < this.#readFrom || end > this.#readFrom + this.#read.length) this.#readBlock(start, end)
    return this.#read.toString('utf8', start - this.#readFrom, end - this.#readFrom)
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #flush(next: number): void {
    for (let at = 0; at < this.#tailLength; )
      at += writeSync(this.#descriptor, this.#tail, at, this.#tailLength - at, this.#written + at)
    this.#written += this.#tailLength
    this.#tailLength = 0
    if (next > this.#tail.length) this.#tail = Buffer.allocUnsafe(next)
  }

  #readBlock(start: number, end: number): void {
    const wanted = Math.min(Math.max(BLOCK, end - start), this.#written - start)
    const block = Buffer.allocUnsafe(wanted)
    let length = 0
    while (length < wanted) {
      const read = readSync(this.#descriptor, block, length, wanted - length, start + length)
      if (read === 0) throw new Error('The temporary file has become shorter.')
      length += read
    }
    this.#read = block
    this.#readFrom = start
  }
}
