import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const NEWLINE = 10
/** Bytes that are read at once. */
const CHUNK = 1 << 20

/** A line, or more of a file, by its place among the bytes. */
export interface LinePlace {
  /** Lines are counted from 1. */
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface FileLine extends LinePlace {
  readonly bytes: Uint8Array
}

/** A file that is read piece by piece, and again where need be. */
export class TextFile {
  /** What it is called where something is wrong with it. */
  readonly name: string
  readonly size: number
  readonly descriptor: number
  /** Is told how far the file has been read. */
  onRead: (bytes: number) => void = () => {}

  constructor(name: string, descriptor: number) {
    this.name = name
    this.descriptor = descriptor
    this.size = fstatSync(descriptor).size
  }

  static open(path: string): TextFile {
    return new TextFile(path, openSync(path, 'r'))
  }

  close(): void {
    closeSync(this.descriptor)
  }

  read(start: number, end: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(end, this.size) - start))
    let length = 0
    while (length < bytes.length) {
      const read = readSync(this.descriptor, bytes, length, bytes.length - length, start + length)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  }

  /** Its lines, without what ends them. One that is longer than `longest` bytes is the last. */
  *lines(longest: number): Generator<FileLine> {
    let [line, start] = [1, 0]
    // What has been read of a line that goes on.
    let begun: Uint8Array[] = []
    let length = 0
    const lineOf = (bytes: Uint8Array): FileLine => ({ line, start, end: start + bytes.length, bytes })
    for (const chunk of this.#chunks()) {
      let at = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, at)) {
        const last = chunk.subarray(at, end)
        const bytes = begun.length === 0 ? last : Buffer.concat([...begun, last])
        yield lineOf(bytes)
        ;[begun, length] = [[], 0]
        line++
        start += bytes.length + 1
        at = end + 1
      }
      if (at === chunk.length) continue
      begun.push(chunk.subarray(at))
      length += chunk.length - at
      if (length > longest) break
    }
    if (length > 0) yield lineOf(Buffer.concat(begun))
  }

  *#chunks(): Generator<Uint8Array> {
    for (let from = 0; from < this.size; from += CHUNK) {
      const chunk = this.read(from, from + CHUNK)
      yield chunk
      this.onRead(from + chunk.length)
    }
  }
}
