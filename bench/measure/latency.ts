/** How long something took, in milliseconds: half of the times at most the first, and all but one in a hundred the second. */
export interface Latency {
  readonly p50: number
  readonly p99: number
}

export function latencyOf(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}
