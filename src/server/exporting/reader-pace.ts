import type { ServerResponse } from 'node:http'

/** How fast a reader has to take what is sent. */
export interface Pace {
  /** Milliseconds between two looks. */
  readonly every: number
  /** Bytes that have to be taken from one look to the next, while more is waiting. */
  readonly least: number
}

/** A KiB a second: the slowest line takes more, and whoever takes less holds a thread and a state of the graph. */
export const usualPace: Pace = { every: 60_000, least: 60 * 1024 }

/**
 * Ends a response whose reader takes less than the pace. Only the time counts in which the reader is waited for: an export may
 * itself be slow to come.
 *
 * @returns What ends the watch.
 */
export function watchPace(response: ServerResponse, { every, least }: Pace, onSlow: () => void): () => void {
  const taken = () => response.socket?.bytesWritten ?? 0
  let before = taken()
  let hasWaited = false
  const timer = setInterval(() => {
    const isWaiting = response.writableNeedDrain
    if (isWaiting && hasWaited && taken() - before < least) {
      onSlow()
      response.destroy()
    }
    before = taken()
    hasWaited = isWaiting
  }, every).unref()
  return () => clearInterval(timer)
}
