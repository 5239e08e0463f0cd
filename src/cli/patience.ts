import type { Patience } from '../sql/sqlite/patience.ts'

/** Long enough for another import of some hundred thousand statements. */
const LIMIT = 60_000

/** Waits a minute for whoever else writes to the graph's file, and says so. */
export const patient = (path: string, { error }: { error(line: string): void }): Patience => ({
  limit: LIMIT,
  onWait: () =>
    error(`${path} is being written by another program; waiting for it, up to ${LIMIT / 1000} s.`),
  onReady: (waited) => error(`Waited ${(waited / 1000).toFixed(0)} s for ${path}.`),
})
