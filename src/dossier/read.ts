import { readFileSync, statSync } from 'node:fs'
import { LineCounter, parseDocument, type Tags, type YAMLParseError } from 'yaml'
import { isTooDeep } from '../text/yaml-depth.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import { errorCode, errorMessage } from '../values/errors.ts'
import { inputFault, readingFault } from '../values/file-refusal.ts'
import { isObjectLike } from '../values/is-object-like.ts'
import { MIB } from '../values/mib.ts'
import type { DossierDraft } from './draft.ts'
import { JsonPlaces, repeatedKeys } from './json.ts'
import { formatPath, formatValue } from './problem.ts'
import { unsoundIn } from './sound.ts'
import { repeatedYamlKeys, YamlPlaces } from './yaml.ts'

/** YAML is read into a tree of nodes that takes a hundred times its size; JSON takes about ten. */
const MAX_YAML = 10
const MAX_JSON = 128

/** Reads a file, or says why it cannot be read: every error of syntax, with its line. */
export function readDraft(file: string): DossierDraft | readonly Problem[] {
  const text = readText(file)
  if (typeof text !== 'string') return [text]
  const isJson = file.endsWith('.json') || /^\s*\{/.test(text)
  const json = isJson ? parseJson(text) : null
  if (json && 'data' in json) return readJsonDraft(file, text, json.data)
  if (text.length <= MAX_YAML * MIB) return readYaml(file, text)
  return [json ? problemsIn(file, text)(json.at, json.message) : tooLargeFile(file)]
}

function readText(file: string): string | Problem {
  try {
    const stats = statSync(file)
    const fault = inputFault(file, stats)
    if (fault) return atStart(file, fault)
    if (stats.size > MAX_JSON * MIB) return tooLargeFile(file)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary data from text
    if (/[\x00-\x08\x0e-\x1a]/.test(text)) return atStart(file, notText)
    return text.trim() === '' ? atStart(file, emptyFile) : text
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return atStart(file, notText)
    const fault = readingFault(error, dossierReadingWords)
    if (fault === null) throw error
    return atStart(file, fault)
  }
}

const notText = 'is not text: a dossier is YAML or JSON in UTF-8'
const emptyFile = 'is empty: a dossier begins with hearsay: 1'
const dossierReadingWords = {
  missing: 'there is no such file',
  forbidden: 'may not be read: permission denied',
}

const tooLargeFile = (file: string): Problem =>
  atStart(
    file,
    `is too large: split it, or write it as JSON (YAML up to ${MAX_YAML} MiB, JSON up to ${MAX_JSON})`,
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

function readJsonDraft(file: string, text: string, data: unknown): DossierDraft | readonly Problem[] {
  const repeated = repeatedKeys(text)
  if (repeated.length === 0) return dossierDraftOf(file, data, text, new JsonPlaces(text))
  const problemAt = problemsIn(file, text)
  return repeated.map(({ key, at }) => ({ ...problemAt(at, twice), value: formatValue(key) }))
}

const twice = 'is a key that stands there already: give it once'

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
    ...repeatedYamlKeys(document).map((at) => ({ at, message: twice })),
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

export const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, part) => (isObjectLike(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    data,
  )
