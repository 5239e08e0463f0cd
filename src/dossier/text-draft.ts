import { LineCounter } from 'yaml'
import type { FieldPath, Problem } from '../values/errors.ts'
import type { DossierDraft } from './draft.ts'
import { emptyFile, fileProblemAt, notText } from './file-format.ts'
import { formatPath, formatValue, valueAt } from './problem.ts'
import { unsoundIn } from './sound.ts'
import type { LinePlace, TextFile } from './text-file.ts'

/** A stretch of a file as text, and the line at which it begins. */
export interface FileText {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Where in a text the parts of its data stand. */
interface DataPlaces {
  offsetOf(path: FieldPath): number
}

/** The text that stands at a place in a file; a problem where it is none, or only space. */
export function textOfFile(file: TextFile, { line, start, end }: LinePlace): FileText | Problem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file.read(start, end))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary data from text
    if (/[\x00-\x08\x0e-\x1a]/.test(text)) return fileProblemAt(file.name, notText)
    if (text.trim() === '') return fileProblemAt(file.name, emptyFile)
    return { file: file.name, line, text }
  } catch (error) {
    if (error instanceof TypeError) return fileProblemAt(file.name, notText)
    throw error
  }
}

/** The data of a text as a draft that tells problems by their lines, or what no dossier may hold. */
export function draftOfText(
  given: FileText,
  data: unknown,
  places: DataPlaces,
): DossierDraft | readonly Problem[] {
  let problemAt: ReturnType<typeof problemsInText> | undefined
  const draft: DossierDraft = {
    file: given.file,
    data,
    whole: 'these files',
    problem(path, message) {
      problemAt ??= problemsInText(given)
      const found = problemAt(places.offsetOf(path), message)
      return { ...found, path: formatPath(path), value: formatValue(valueAt(data, path)) }
    },
  }
  const unsound = unsoundIn(draft)
  return unsound.length > 0 ? unsound : draft
}

/** Problems at offsets of one text, the lines of which are counted once. */
export function problemsInText({ file, line, text }: FileText): (offset: number, message: string) => Problem {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return (offset, message) => {
    const place = lines.linePos(offset)
    return { file, line: place.line + line - 1, column: place.col, path: '', value: '', message }
  }
}
