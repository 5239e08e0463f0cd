/** How long a writer waits for another process that is writing to the same graph, and who is told about it. */
export interface Patience {
  /** In milliseconds. */
  readonly limit: number
  /** Called once, when the wait begins. */
  onWait(): void
  /** Called when the wait is over, with how long it was in milliseconds. */
  onReady(waited: number): void
}

/**
 * Tries again for as long as another process is writing. Each attempt waits in the engine itself for a while, so the
 * processor is left alone. An attempt that fails otherwise is not repeated.
 */
export function whileBusy<T>(
  patience: Patience | null,
  isBusy: (error: unknown) => boolean,
  attempt: () => T,
): T {
  const started = performance.now()
  for (let tries = 0; ; tries++) {
    try {
      const done = attempt()
      if (tries > 0) patience?.onReady(performance.now() - started)
      return done
    } catch (error) {
      if (!patience || !isBusy(error) || performance.now() - started >= patience.limit) throw error
      if (tries === 0) patience.onWait()
    }
  }
}
