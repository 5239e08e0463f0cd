import { keysOfJson } from '../../../dossier/json.ts'
import { formatValue } from '../../../dossier/problem.ts'
import { errorMessage, type Problem } from '../../../values/errors.ts'

/** An object of a list in a text, and the line at which it begins. */
export interface RecordInText {
  readonly line: number
  /** Where in its line it begins, counted from 1. */
  readonly column: number
  readonly text: string
  readonly data: unknown
}

const DEEPEST = 20

/**
 * The objects of a list, or of several objects one after the other: coders' files lack a bracket here and a comma there, and
 * are read all the same. What is wrong is told by its line.
 */
export function* jsonRecords(file: string, text: string): Generator<RecordInText | Problem> {
  let [line, lineStart, counted] = [1, 0, 0]
  for (let at = 0; ; ) {
    const start = text.indexOf('{', at)
    const end = start < 0 ? text.length : start
    const between = text.slice(at, end)
    const passed = text.slice(counted, end)
    line += newlines(passed)
    if (passed.includes('\n')) lineStart = counted + passed.lastIndexOf('\n') + 1
    counted = end
    const stray = /[^\s,[\]\ufeff]/.exec(between)
    if (stray) {
      yield {
        file,
        line: line - newlines(between.slice(stray.index)),
        message: `has ${formatValue(between.slice(stray.index).split('\n')[0])} between two records`,
      }
      return
    }
    if (start < 0) return
    const next = endOfObject(text, start)
    if (next < 0) {
      yield {
        file,
        line,
        message:
          'begins a record that does not end: the file is cut short, or a quotation mark or a brace is missing',
      }
      return
    }
    yield recordAt(file, { line, column: start - lineStart + 1 }, text.slice(start, next))
    at = next
  }
}

function recordAt(
  file: string,
  { line, column }: Pick<RecordInText, 'line' | 'column'>,
  text: string,
): RecordInText | Problem {
  try {
    const data: unknown = JSON.parse(text)
    const { repeated, depth } = keysOfJson(text)
    const [first] = repeated
    if (first)
      return {
        file,
        line: line + newlines(text.slice(0, first.at)),
        path: first.key,
        message: 'stands twice in its record: give it once',
      }
    if (depth > DEEPEST) return { file, line, message: 'is nested too deeply to be read' }
    return { line, column, text, data }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const message = errorMessage(error)
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? 0)
    return {
      file,
      line: line + newlines(text.slice(0, at)),
      message: `is not JSON: ${message.replace(/ \(line .*\)$/, '')}`,
    }
  }
}

/** Where an object ends, after its brace; -1 where it does not. */
function endOfObject(text: string, start: number): number {
  const sign = /["{}]/g
  sign.lastIndex = start
  let depth = 0
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    if (match[0] === '"') {
      const end = endOfString(text, match.index)
      if (end < 0) return -1
      sign.lastIndex = end
    } else depth += match[0] === '{' ? 1 : -1
    if (depth === 0) return match.index + 1
  }
  return -1
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
    // A string does not go on in another line: what does is another record.
    else if (text[at] === '\n') return -1
  }
  return -1
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
