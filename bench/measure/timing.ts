import { performance } from 'node:perf_hooks'

/** Microseconds a call takes, ours and by hand, and how they compare. */
export interface Compared {
  readonly what: string
  readonly hearsay: number
  readonly bare: number
  readonly ratio: number
}

/** How long both are called in turns, in milliseconds. */
const LONG_ENOUGH = 1500
const AT_LEAST = 5
const AT_MOST = 400

/** Calls both in turns until it is long enough, and takes the median of each, which no hiccup moves. */
export function compare(what: string, hearsay: () => unknown, bare: () => unknown): Compared {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const work of [hearsay, bare, hearsay, bare]) work()
  const started = performance.now()
  while (ours.length < AT_LEAST || (ours.length < AT_MOST && performance.now() - started < LONG_ENOUGH)) {
    ours.push(timed(hearsay))
    theirs.push(timed(bare))
  }
  const [a, b] = [median(ours), median(theirs)]
  return { what, hearsay: a, bare: b, ratio: a / b }
}

/** Microseconds that one call takes. */
export function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return (performance.now() - started) * 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}
