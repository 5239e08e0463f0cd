import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { otherThanInput } from '../file-kind.ts'
import { decode, LARGEST_FILE, storedText } from './bytes.ts'
import { readHtml } from './html.ts'
import { readJsonLine, reportOn } from './json-line.ts'
import { linesOf } from './lines.ts'
import { readMarkdown } from './markdown.ts'
import { refuseOtherFormat } from './other-format.ts'
import type { Report } from './report.ts'
import { type Problem, requireText, Unreadable } from './unreadable.ts'

/** A report of a file, or why there is none; of JSON lines, on which line. */
export type Found = { readonly line?: number; readonly report: Report } | Problem

/** What is said of a file of JSON lines that has none. */
export const NO_LINES = 'is empty: there is no report in it.'

const isLines = (path: string): boolean => /^\.(jsonl|ndjson)$/i.test(extname(path))

/** The reports in a file: one of text, Markdown or HTML, or one on each of its lines. */
export function* reportsIn(file: string): Generator<Found> {
  try {
    requireFile(file)
    if (isLines(file)) yield* reportsOnLines(file)
    else yield { report: readDocument(file) }
  } catch (error) {
    yield problemOf(file, error)
  }
}

function* reportsOnLines(file: string): Generator<Found> {
  let isEmpty = true
  for (const line of linesOf(file)) {
    try {
      const read = readJsonLine(line)
      if (!read) continue
      isEmpty = false
      yield { line: line.number, report: stored(reportOn(read)) }
    } catch (error) {
      isEmpty = false
      yield { ...problemOf(file, error), line: line.number }
    }
  }
  if (isEmpty) throw new Unreadable(NO_LINES)
}

function readDocument(file: string): Report {
  const { size } = statSync(file)
  if (size > LARGEST_FILE)
    throw new Unreadable(`is larger than ${LARGEST_FILE / 2 ** 20} MiB: divide it, or give JSON lines.`)
  const bytes = readFileSync(file)
  refuseOtherFormat(file, bytes)
  const text = decode(bytes)
  const read = readerFor(file, text)
  const id = basename(file, extname(file))
  return stored(requireText({ id, ...(read ? read(text) : { text }) }))
}

/** By the name's ending, and where that tells nothing by how the text begins. */
function readerFor(file: string, text: string): ((text: string) => Report) | null {
  const ending = extname(file).toLowerCase()
  if (/^\.x?html?$/.test(ending)) return readHtml
  if (/^\.(md|markdown)$/.test(ending)) return readMarkdown
  if (ending === '.txt') return null
  return /^\s*(<!doctype html|<html)/i.test(text.slice(0, 1000)) ? readHtml : null
}

const stored = (report: Report): Report => ({ ...report, text: storedText(report.text) })

/** Refuses what cannot be read to its end. */
export function requireFile(file: string): void {
  const kind = otherThanInput(file, statSync(file))
  if (kind) throw new Unreadable(kind === 'a folder' ? FOLDER : `is ${kind}, and no file.`)
}

const FOLDER = 'is a folder: name the files in it.'

/** What the file system refuses is the caller's to mend as well. */
export function problemOf(file: string, error: unknown): Problem {
  if (error instanceof Unreadable) return { file, message: error.message }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return { file, message: 'does not exist.' }
  if (code === 'EACCES') return { file, message: 'may not be read: see to its rights.' }
  if (code === 'ELOOP') return { file, message: 'is a link that leads back to itself.' }
  if (error instanceof Error && 'syscall' in error)
    return { file, message: `cannot be read: ${error.message}.` }
  throw error
}
