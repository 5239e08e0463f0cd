import { readFileSync, statSync } from 'node:fs'
import { LineCounter, parseDocument, type Tags, type YAMLParseError } from 'yaml'
import { isTooDeep } from '../text/yaml-depth.ts'
import type { Problem } from '../values/errors.ts'
import { errorCode, errorMessage } from '../values/errors.ts'
import { inputFault, readingFault } from '../values/file-refusal.ts'
import type { DossierDraft } from './draft.ts'
import { formatOfName, isReadable, LARGEST_READ } from './file-format.ts'
import { JsonPlaces, REPEATED_KEY, repeatedKeys } from './json.ts'
import { readJsonLines } from './json-lines.ts'
import { formatPath, formatValue, valueAt } from './problem.ts'
import { unsoundIn } from './sound.ts'
import { repeatedYamlKeys, YamlPlaces } from './yaml.ts'

/** Reads a file, or says why it cannot be read: every error of syntax, with its line. */
export function readDraft(file: string): DossierDraft | readonly Problem[] {
  const bytes = readBytes(file)
  if (!(bytes instanceof Uint8Array)) return [bytes]
  if (isJsonLines(file, bytes)) return readJsonLinesDraft(file, bytes)
  const text = textIn(file, bytes)
  if (typeof text !== 'string') return [text]
  const isJson = file.endsWith('.json') || /^\s*\{/.test(text)
  const json = isJson ? parseJson(text) : null
  if (json && 'data' in json) return readJsonDraft(file, text, json.data)
  if (isReadable('yaml', text.length)) return readYaml(file, text)
  return [json ? problemsIn(file, text)(json.at, json.message) : tooLargeFile(file)]
}

function readBytes(file: string): Uint8Array | Problem {
  try {
    const stats = statSync(file)
    const fault = inputFault(file, stats)
    if (fault) return atStart(file, fault)
    if (!isReadable('jsonl', stats.size)) return tooLargeFile(file)
    return readFileSync(file)
  } catch (error) {
    const fault = readingFault(error, dossierReadingWords)
    if (fault === null) throw error
    return atStart(file, fault)
  }
}

function textIn(file: string, bytes: Uint8Array): string | Problem {
  if (!isReadable('json', bytes.length)) return tooLargeFile(file)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary data from text
    if (/[\x00-\x08\x0e-\x1a]/.test(text)) return atStart(file, notText)
    return text.trim() === '' ? atStart(file, emptyFile) : text
  } catch (error) {
    if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    return atStart(file, notText)
  }
}

const notText = 'is not text: a dossier is YAML, JSON or JSON lines in UTF-8'
const emptyFile = 'is empty: a dossier begins with hearsay: 1'
const dossierReadingWords = {
  missing: 'there is no such file',
  forbidden: 'may not be read: permission denied',
}

const tooLargeFile = (file: string): Problem =>
  atStart(
    file,
    `is too large: split it, or write it as JSON lines (YAML up to ${LARGEST_READ.yaml} MiB, JSON up to ${LARGEST_READ.json}, ` +
      `JSON lines up to ${LARGEST_READ.jsonl})`,
  )

/** JSON is YAML too, but reads a hundred times faster as JSON. Where it fails, YAML says more about what is wrong. */
function parseJson(text: string): { data: unknown } | { at: number; message: string } {
  try {
    return { data: JSON.parse(text) }
  } catch (error) {
    const message = errorMessage(error)
    return {
      at: Number(/position (\d+)/.exec(message)?.[1] ?? text.length),
      message: `is not JSON: ${message}`,
    }
  }
}

/** By the name; where that does not tell, whether the first line is a whole object, and not all there is. */
function isJsonLines(file: string, bytes: Uint8Array): boolean {
  const format = formatOfName(file)
  if (format !== undefined) return format === 'jsonl'
  const end = bytes.indexOf(0x0a)
  if (end < 0 || !bytes.subarray(end).some(isVisible)) return false
  const first = new TextDecoder().decode(bytes.subarray(0, Math.min(end, LONGEST_HEAD)))
  return /^\s*\{/.test(first) && 'data' in parseJson(first)
}

const isVisible = (byte: number): boolean => byte > 0x20

/** Of a first line that says what the file is, in bytes. */
const LONGEST_HEAD = 1000

function readJsonLinesDraft(file: string, bytes: Uint8Array): DossierDraft | readonly Problem[] {
  const draft = readJsonLines(file, bytes)
  return 'data' in draft ? soundDraft(draft) : draft
}

function readJsonDraft(file: string, text: string, data: unknown): DossierDraft | readonly Problem[] {
  const repeated = repeatedKeys(text)
  if (repeated.length === 0) return dossierDraftOf(file, data, text, new JsonPlaces(text))
  const problemAt = problemsIn(file, text)
  return repeated.map(({ key, at }) => ({ ...problemAt(at, REPEATED_KEY), value: formatValue(key) }))
}

function readYaml(file: string, text: string): DossierDraft | readonly Problem[] {
  if (isTooDeep(text)) return [atStart(file, deepNesting)]
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    customTags: withTimesAsText,
  })
  const language = file.endsWith('.json') ? 'JSON' : 'YAML'
  const faults = [
    ...document.errors.map((error) => ({ at: error.pos[0], message: syntaxFault(error, language) })),
    ...repeatedYamlKeys(document).map((at) => ({ at, message: REPEATED_KEY })),
  ]
  if (faults.length > 0) {
    const problemAt = problemsIn(file, text)
    return faults.map(({ at, message }) => problemAt(at, message))
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    if (data === null || data === undefined) return [atStart(file, emptyFile)]
    return dossierDraftOf(file, data, text, new YamlPlaces(document))
  } catch (error) {
    // Aliases of aliases of aliases: small in the file, enormous in memory.
    if (!(error instanceof ReferenceError)) throw error
    return [atStart(file, tooManyAliases)]
  }
}

const deepNesting = 'is nested too deeply to be read'
const tooManyAliases =
  'repeats what its anchors (&) stand for too often: write it out, or write the dossier as JSON'

const TIMESTAMP = 'tag:yaml.org,2002:timestamp'

/** YAML 1.1 has times of its own, which would come as instants: a dossier's are read as they are written, all in one place. */
const withTimesAsText = (tags: Tags): Tags => [
  ...tags.filter((tag) => typeof tag === 'string' || tag.tag !== TIMESTAMP),
  { tag: TIMESTAMP, resolve: (text: string) => text },
]

function syntaxFault({ code, message }: YAMLParseError, language: string): string {
  if (code === 'MULTIPLE_DOCS') return 'holds several documents: split it into files, one for each'
  return `is not ${language}: ${message}`
}

function dossierDraftOf(
  file: string,
  data: unknown,
  text: string,
  places: JsonPlaces | YamlPlaces,
): DossierDraft | readonly Problem[] {
  let lines: LineCounter | undefined
  const draft: DossierDraft = {
    file,
    data,
    whole: 'these files',
    problem(path, message) {
      lines ??= lineCounterOf(text)
      const { line, col } = lines.linePos(places.offsetOf(path))
      return {
        file,
        line,
        column: col,
        path: formatPath(path),
        value: formatValue(valueAt(data, path)),
        message,
      }
    },
  }
  return soundDraft(draft)
}

function soundDraft(draft: DossierDraft): DossierDraft | readonly Problem[] {
  const unsound = unsoundIn(draft)
  return unsound.length > 0 ? unsound : draft
}

function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
}

/** Problems at offsets of one text, the lines of which are counted once. */
function problemsIn(file: string, text: string): (offset: number, message: string) => Problem {
  const lines = lineCounterOf(text)
  return (offset, message) => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col, path: '', value: '', message }
  }
}

const atStart = (file: string, message: string): Problem => problemsIn(file, '')(0, message)
