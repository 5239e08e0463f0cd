import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'
import type { TableOptions } from './mapping-schema.ts'

/** Something that is wrong with the text of a table, so that reading ends there. */
export class TableFault extends Error {
  readonly line: number
  readonly column: number | undefined

  constructor(line: number, message: string, column?: number) {
    super(message)
    this.line = line
    this.column = column
  }

  problemIn(file: string): Problem {
    return { file, line: this.line, column: this.column, message: this.message }
  }
}

/** Bytes that are read at once. */
const CHUNK = 1 << 18

export type TableEncoding = Exclude<TableOptions['encoding'], 'auto'> | 'utf-16le' | 'utf-16be'

/**
 * The encoding of a file that begins so. A byte order mark tells more than a mapping does, which may have been written for a
 * table that was saved in another way.
 */
export function encodingOf(head: Uint8Array, encoding: TableOptions['encoding']): TableEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (encoding === 'auto') return 'utf-8'
  return encoding === 'utf-16' ? 'utf-16le' : encoding
}

/** The text of a file piece by piece, decoded strictly, with the line at which each piece begins. */
export function* textChunks(file: TextFile, encoding: TableEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  for (let from = 0; from === 0 || from < file.size; from += CHUNK) {
    const bytes = file.read(from, from + CHUNK)
    const text = decodedOr(
      () => decoder.decode(bytes, { stream: from + CHUNK < file.size }),
      () => {
        throw new TableFault(line + linesBeforeFault(bytes, encoding), notEncoded(encoding))
      },
    )
    const at = text.search(control)
    if (at >= 0) throw new TableFault(line + newlinesIn(text.slice(0, at)), controlFault(text.charCodeAt(at)))
    yield text
    line += newlinesIn(text)
    file.onRead(from + bytes.length)
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary data from text
const control = /[\x00-\x08\x0e-\x1a]/

/** Whether a text has characters that only binary data has. */
export const hasControls = (text: string): boolean => control.test(text)

function decodedOr(decode: () => string, fail: () => string): string {
  try {
    return decode()
  } catch (error) {
    if (error instanceof TypeError) return fail()
    throw error
  }
}

/** The lines before the first place where bytes are no text. */
function linesBeforeFault(bytes: Uint8Array, encoding: TableEncoding): number {
  const lossy = new TextDecoder(encoding).decode(bytes)
  const at = lossy.indexOf('\ufffd')
  return newlinesIn(at < 0 ? lossy : lossy.slice(0, at))
}

const notEncoded = (encoding: TableEncoding): string =>
  `is not text in ${encoding.toUpperCase()}: the file is cut short here, or in another encoding, ` +
  'which the mapping can say (file: {encoding: windows-1252}, or windows-1251 for Cyrillic letters)'

const controlFault = (code: number): string =>
  code === 0
    ? 'has the character NUL: it is no text, or in UTF-16 (file: {encoding: utf-16})'
    : `has the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}, which no table has: it is no text`

/** The line breaks in a text: `\n`, or `\r` where no `\n` comes after it. */
export function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  if (text.includes('\r'))
    for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (text[at + 1] !== '\n') count++
    }
  return count
}
