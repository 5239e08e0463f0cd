import { writeSync } from 'node:fs'
import { errorCode, errorMessage, UserError } from '../values/errors.ts'
import type { Output } from './export-file.ts'

const STDOUT = 1
/** How long to wait for a reader who is slower, in milliseconds. */
const PAUSE = 5
const pause = new Int32Array(new SharedArrayBuffer(4))

/** Standard output, written at once: what is read lies in one snapshot, which does not outlast a wait. */
export class StandardOutput implements Output {
  write(content: string | Uint8Array): void {
    const bytes = Buffer.from(content)
    for (let at = 0; at < bytes.length; ) at += written(bytes, at)
  }

  finish(): void {}

  discard(): void {}
}

/** How many bytes were taken. Whoever reads may be slower, or have had enough of it. */
function written(bytes: Uint8Array, at: number): number {
  try {
    return writeSync(STDOUT, bytes, at)
  } catch (error) {
    if (errorCode(error) === 'EPIPE') process.exit()
    if (errorCode(error) !== 'EAGAIN')
      throw new UserError(`The output could not be written: ${errorMessage(error)}.`)
    Atomics.wait(pause, 0, 0, PAUSE)
    return 0
  }
}
