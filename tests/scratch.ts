import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * All temporary files of a run, its processes' and browsers' too, are in one folder, which goes when the run ends: a process
 * that a test kills leaves its own behind.
 */
export function setup(): (() => void) | undefined {
  // Each project asks for it; the first one's is for all.
  if (process.env.HEARSAY_TEST_SCRATCH) return undefined
  const path = mkdtempSync(join(tmpdir(), 'hearsay-tests-'))
  process.env.HEARSAY_TEST_SCRATCH = path
  process.env.TMPDIR = path
  return () => rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}
