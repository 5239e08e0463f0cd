import { fileProblemAt, LARGEST_READ } from '../../../dossier/file-format.ts'
import { JsonPlaces, keysOfJson, REPEATED_KEY } from '../../../dossier/json.ts'
import { formatPath, formatValue, valueAt } from '../../../dossier/problem.ts'
import { unsoundAt } from '../../../dossier/sound.ts'
import { problemsInText, textOfFile } from '../../../dossier/text-draft.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import { errorMessage, type FieldPath, type Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'

/** A file of JSON that can be told the places of. */
export interface JsonFile {
  readonly file: string
  readonly whole: string
  readonly data: unknown
  problem(path: FieldPath, message: string): Problem
  /** A problem with a word, at the first place where it stands in quotation marks. */
  problemOfWord(word: string, message: string): Problem
}

const NOT_TEXT = 'is not text: JSON-LD is JSON in UTF-8'

/** Reads a file as JSON, or says what is wrong with its text. */
export function readJsonFile(file: TextFile): JsonFile | readonly Problem[] {
  if (file.size > LARGEST_READ.json * MIB)
    return [
      fileProblemAt(file.name, `is too large: JSON-LD is read up to ${LARGEST_READ.json} MiB; split it`),
    ]
  const given = textOfFile(file, { line: 1, start: 0, end: file.size })
  if (!('text' in given)) return [file.size === 0 ? given : { ...given, message: NOT_TEXT }]
  const { text } = given
  const problemAt = problemsInText(given)
  const data = parsedJson(text)
  if (data instanceof JsonFault) return [problemAt(data.at, data.message)]
  const { repeated } = keysOfJson(text)
  if (repeated.length > 0)
    return repeated.map(({ key, at }) => ({ ...problemAt(at, REPEATED_KEY), value: formatValue(key) }))
  const places = new JsonPlaces(text)
  const json: JsonFile = {
    ...{ file: file.name, whole: 'this file', data },
    problem: (path, message) => ({
      ...problemAt(places.offsetOf(path), message),
      ...{ path: formatPath(path), value: formatValue(valueAt(data, path)) },
    }),
    problemOfWord: (word, message) => ({
      ...problemAt(Math.max(0, text.indexOf(JSON.stringify(word))), message),
      value: formatValue(word),
    }),
  }
  const unsound = unsoundAt(json, [], data)
  return unsound.length > 0 ? unsound : json
}

class JsonFault {
  readonly at: number
  readonly message: string

  constructor(at: number, message: string) {
    this.at = at
    this.message = message
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = errorMessage(error)
    return new JsonFault(
      Number(/position (\d+)/.exec(message)?.[1] ?? text.length),
      `is not JSON: ${message}`,
    )
  }
}
