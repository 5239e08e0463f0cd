import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Problem, UnreadableError } from '../../values/errors.ts'
import { inputFault, readingFault } from '../../values/file-refusal.ts'
import { MIB } from '../../values/mib.ts'
import { decodeText, LARGEST_FILE, storedText } from './bytes.ts'
import { readFeed } from './feed.ts'
import { formatOf } from './format.ts'
import { type DocumentFormat, formatByName } from './format-name.ts'
import { readHtml } from './html.ts'
import { readJsonLine, reportOn } from './json-line.ts'
import { fileLines } from './lines.ts'
import { readMail } from './mail.ts'
import { readMarkdown } from './markdown.ts'
import { refuseOtherFormat } from './other-format.ts'
import { parseInWorker } from './parse-within.ts'
import type { Report } from './report.ts'
import { requireText } from './require-text.ts'

/** A report of a file, or why there is none; of JSON lines, on which line. */
export type FoundReport = { readonly line?: number; readonly report: Report } | Problem

/** The message for a file of JSON lines that has no report. */
export const NO_LINES = 'is empty: there is no report in it.'

/** The reports in a file: one, or one on each line of JSON lines, or one for each entry of a feed. */
export async function* reportsIn(file: string): AsyncGenerator<FoundReport> {
  try {
    requireFile(file)
    if (formatByName(file) === 'lines') yield* reportsOnLines(file)
    else yield* reportsInDocument(file)
  } catch (error) {
    yield readingProblem(file, error)
  }
}

function* reportsOnLines(file: string): Generator<FoundReport> {
  let isEmpty = true
  for (const line of fileLines(file)) {
    try {
      const read = readJsonLine(line)
      if (!read) continue
      isEmpty = false
      yield { line: line.number, report: stored(reportOn(read)) }
    } catch (error) {
      isEmpty = false
      yield { ...readingProblem(file, error), line: line.number }
    }
  }
  if (isEmpty) throw new UnreadableError(NO_LINES)
}

async function* reportsInDocument(file: string): AsyncGenerator<FoundReport> {
  const { size } = statSync(file)
  if (size > LARGEST_FILE)
    throw new UnreadableError(`is larger than ${LARGEST_FILE / MIB} MiB: divide it, or give JSON lines.`)
  const bytes = readFileSync(file)
  const format = formatOf(file, bytes)
  if (format === 'feed') return yield* reportsInFeed(file, readFeed(decodeText(bytes)))
  const id = basename(file, extname(file))
  const report = await formatReaders[format](file, bytes)
  yield { report: stored(requireText({ id, ...report })) }
}

/** An entry that cannot be taken does not keep the others from being read. */
function* reportsInFeed(file: string, entries: readonly Report[]): Generator<FoundReport> {
  if (entries.length === 0) throw new UnreadableError('is a feed without an entry that has text.')
  for (const entry of entries) {
    try {
      yield { report: stored(requireText(entry)) }
    } catch (error) {
      yield readingProblem(file, error)
    }
  }
}

const formatReaders: Record<
  Exclude<DocumentFormat, 'feed'>,
  (file: string, bytes: Buffer) => Report | Promise<Report>
> = {
  text: (file, bytes) => ({ text: textIn(file, bytes) }),
  markdown: (file, bytes) => readMarkdown(textIn(file, bytes)),
  html: (file, bytes) => readHtml(textIn(file, bytes)),
  mail: (_, bytes) => readMail(bytes),
  pdf: (_, bytes) => parseInWorker({ format: 'pdf', bytes }),
  docx: (_, bytes) => parseInWorker({ format: 'docx', bytes }),
}

function textIn(file: string, bytes: Buffer): string {
  refuseOtherFormat(file, bytes)
  return decodeText(bytes)
}

const stored = (report: Report): Report => ({ ...report, text: storedText(report.text) })

/** Refuses what cannot be read to its end. */
export function requireFile(file: string): void {
  const fault = inputFault(file, statSync(file))
  if (fault) throw new UnreadableError(`${fault}.`)
}

/** Why a report of a file cannot be read; what the file system refuses is the caller's to mend as well. */
export function readingProblem(file: string, error: unknown): Problem {
  if (error instanceof UnreadableError) return { file, message: error.message }
  const fault = readingFault(error)
  if (fault === null) throw error
  return { file, message: `${fault}.` }
}
