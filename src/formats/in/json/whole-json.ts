import { isUtf8 } from 'node:buffer'
import { fileProblemAt, isReadable, LARGEST_READ } from '../../../dossier/file-format.ts'
import { JsonPlaces, keysOfJson, REPEATED_KEY } from '../../../dossier/json.ts'
import { jsonFaultIn } from '../../../dossier/json-fault.ts'
import { formatPath, formatValue, valueAt } from '../../../dossier/problem.ts'
import { type FileText, problemsInText } from '../../../dossier/text-draft.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import type { FilePlace } from '../record-items.ts'

/** More than any format that is read here has. */
const DEEPEST_JSON = 100

/** A file of JSON that is read as a whole, or a line of one, and where in it its parts stand. */
export class WholeJson {
  readonly file: string
  readonly data: unknown
  readonly #given: FileText
  #places: JsonPlaces | null = null
  #problemAt: ReturnType<typeof problemsInText> | null = null

  constructor(given: FileText, data: unknown) {
    this.file = given.file
    this.data = data
    this.#given = given
  }

  /** Where something stands; where it is not there, the last part of the way to it that is. */
  placeOf(path: FieldPath): FilePlace {
    this.#places ??= new JsonPlaces(this.#given.text)
    this.#problemAt ??= problemsInText(this.#given)
    const { line = 1, column } = this.#problemAt(this.#places.offsetOf(path), '')
    return { line, column, path: formatPath(path), value: valueAt(this.data, path) }
  }

  problem(path: FieldPath, message: string): Problem {
    const { line, column, value } = this.placeOf(path)
    return { file: this.file, line, column, path: formatPath(path), value: formatValue(value), message }
  }
}

/** Reads a file of JSON, or says by its lines why it is none. */
export function readWholeJson(file: TextFile): WholeJson | readonly Problem[] {
  if (!isReadable('json', file.size))
    return [fileProblemAt(file.name, `is too large: split it (JSON is read up to ${LARGEST_READ.json} MiB)`)]
  const bytes = file.read(0, file.size)
  if (!isUtf8(bytes)) return [fileProblemAt(file.name, 'is not text in UTF-8', lineOfFault(bytes))]
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return [fileProblemAt(file.name, 'is empty')]
  return readJsonText({ file: file.name, line: 1, text })
}

/** Reads a text of JSON, or says by its lines why it is none. */
export function readJsonText(given: FileText): WholeJson | readonly Problem[] {
  const { text } = given
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return [jsonFaultIn(given)]
  }
  const { repeated, depth } = keysOfJson(text)
  if (depth > DEEPEST_JSON) return [problemsInText(given)(0, 'is nested too deeply to be read')]
  if (repeated.length === 0) return new WholeJson(given, data)
  const problemAt = problemsInText(given)
  return repeated.map(({ key, at }) => ({ ...problemAt(at, REPEATED_KEY), value: formatValue(key) }))
}

/** The line of the first byte that is none of UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  let [line, start] = [1, 0]
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line
    line++
    start = end + 1
  }
  return line
}

const NEWLINE = 10
