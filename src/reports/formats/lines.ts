import { closeSync, openSync, readSync } from 'node:fs'
import { LARGEST_FILE } from './bytes.ts'

export interface FileLine {
  /** Counted from 1. */
  readonly number: number
  /** Null where the line is longer than a report's file may be. */
  readonly bytes: Buffer | null
}

const NEW_LINE = 10

/** The lines of a file of any length, one in memory at a time. */
export function* fileLines(path: string): Generator<FileLine> {
  const file = openSync(path, 'r')
  try {
    yield* linesIn(() => nextChunk(file))
  } finally {
    closeSync(file)
  }
}

function nextChunk(file: number): Buffer | null {
  const chunk = Buffer.allocUnsafe(256 * 1024)
  const length = readSync(file, chunk)
  return length === 0 ? null : chunk.subarray(0, length)
}

function* linesIn(read: () => Buffer | null): Generator<FileLine> {
  const line = new Growing()
  let number = 1
  for (let chunk = read(); chunk; chunk = read()) {
    let at = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, at)) {
      line.add(chunk.subarray(at, end))
      yield { number: number++, bytes: line.take() }
      at = end + 1
    }
    line.add(chunk.subarray(at))
  }
  if (!line.isEmpty) yield { number, bytes: line.take() }
}

/** A line as it comes in; one that grows too long is counted and not kept. */
class Growing {
  #chunks: Buffer[] = []
  #length = 0

  get isEmpty(): boolean {
    return this.#length === 0
  }

  add(chunk: Buffer): void {
    this.#length += chunk.length
    if (this.#length > LARGEST_FILE) this.#chunks = []
    else this.#chunks.push(chunk)
  }

  take(): Buffer | null {
    const whole = this.#length > LARGEST_FILE ? null : Buffer.concat(this.#chunks)
    this.#chunks = []
    this.#length = 0
    return whole
  }
}
