import { Worker } from 'node:worker_threads'
import { UnreadableError } from '../../values/errors.ts'
import type { Report } from './report.ts'

export interface ParseJob {
  readonly format: 'pdf' | 'docx'
  readonly bytes: Uint8Array
}

export type Parsed = { readonly report: Report } | { readonly problem: string }

/** Longer than the largest files that are taken need by far. */
const PARSE_SECONDS = 60
const MEMORY_MIB = 1024

/**
 * Has a PDF or a Word document read in a thread of its own, within bounds of time and memory: what such a file makes its
 * reader do is up to whoever made the file, and a small one can unpack to any size.
 */
export function parseInWorker(job: ParseJob): Promise<Report> {
  const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB },
    stderr: true,
    stdout: true,
  })
  return new Promise<Report>((resolve, reject) => {
    const refuse = (why: string) => reject(new UnreadableError(`${why}. Save its text as .txt.`))
    const timer = setTimeout(
      () => refuse(`takes longer than ${PARSE_SECONDS} seconds to read`),
      PARSE_SECONDS * 1000,
    )
    worker.once('message', (parsed: Parsed) => {
      if ('report' in parsed) resolve(parsed.report)
      else reject(new UnreadableError(parsed.problem))
    })
    worker.once('error', (error) => refuse(`cannot be read (${error.message})`))
    worker.once('exit', () => {
      clearTimeout(timer)
      refuse('cannot be read')
    })
  }).finally(() => worker.terminate())
}
