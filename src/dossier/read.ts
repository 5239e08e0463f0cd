import type { Problem } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'
import type { DossierDraft, DossierReading } from './draft.ts'
import { formatOfName, isReadable, LARGEST_READ, tooLargeFile } from './file-format.ts'
import { JsonPlaces, keysOfJson, REPEATED_KEY } from './json.ts'
import { jsonFaultIn } from './json-fault.ts'
import { JsonLines } from './json-lines.ts'
import { formatValue } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import { draftOfText, type FileText, problemsInText, textOfFile } from './text-draft.ts'
import type { LinePlace, TextFile } from './text-file.ts'
import { type LastDossier, WholeDossier } from './whole-dossier.ts'
import { yamlDocumentsIn } from './yaml-documents.ts'

type Read = DossierDraft | readonly Problem[]

/** The dossiers in a file, which can be read one after the other. */
export function* dossiersIn(file: TextFile, last: LastDossier): Generator<DossierReading> {
  if (!isReadable('jsonl', file.size))
    yield new WholeDossier(file.name, () => [tooLargeFile(file.name)], last)
  else if (isJsonLines(file)) yield new JsonLines(file)
  else if (!isJson(file)) yield* yamlDossiers(file, last)
  else {
    const read = readJsonFile(file)
    if (read) yield new WholeDossier(file.name, () => readJsonFile(file) ?? [], last, read)
    else yield* yamlDossiers(file, last)
  }
}

function* yamlDossiers(file: TextFile, last: LastDossier): Generator<DossierReading> {
  for (const place of yamlDocumentsIn(file, LONGEST_YAML))
    yield new WholeDossier(file.name, () => readYamlAt(file, place), last)
}

/** In bytes: in UTF-8 a letter has up to four. */
const LONGEST_YAML = LARGEST_READ.yaml * MIB * 4

function readYamlAt(file: TextFile, place: LinePlace): Read {
  if (place.end - place.start > LONGEST_YAML) return [tooLargeFile(file.name, place.line)]
  const given = textOfFile(file, place)
  if (!('text' in given)) return [given]
  return isReadable('yaml', given.text.length) ? readYaml(given) : [tooLargeFile(file.name, place.line)]
}

/** By the name; where that does not tell, whether the first line is a whole object, and not all there is. */
function isJsonLines(file: TextFile): boolean {
  const format = formatOfName(file.name)
  if (format !== undefined) return format === 'jsonl'
  const head = new TextDecoder().decode(file.read(0, LONGEST_HEAD))
  const [first = '', ...rest] = head.split('\n')
  if (!/^\s*\{/.test(first) || !parseJson(first)) return false
  return rest.join('').trim() !== '' || file.size > LONGEST_HEAD
}

/** Of a first line that says what the file is, in bytes. */
const LONGEST_HEAD = 1000

function isJson(file: TextFile): boolean {
  if (/\.json(\.gz)?$/.test(file.name)) return true
  for (let start = 0; start < file.size; start += LONGEST_HEAD) {
    const head = new TextDecoder().decode(file.read(start, start + LONGEST_HEAD)).trimStart()
    if (head !== '') return head.startsWith('{')
  }
  return false
}

/** JSON is YAML too, but reads a hundred times faster as JSON. Null where YAML says more about what is wrong. */
function readJsonFile(file: TextFile): Read | null {
  if (!isReadable('json', file.size)) return [tooLargeFile(file.name)]
  const given = textOfFile(file, { line: 1, start: 0, end: file.size })
  if (!('text' in given)) return [given]
  const json = parseJson(given.text)
  if (json) return jsonDraft(given, json.data)
  return isReadable('yaml', given.text.length) ? null : [jsonFaultIn(given)]
}

function parseJson(text: string): { data: unknown } | null {
  try {
    return { data: JSON.parse(text) }
  } catch {
    return null
  }
}

function jsonDraft(given: FileText, data: unknown): Read {
  const { repeated } = keysOfJson(given.text)
  if (repeated.length === 0) return draftOfText(given, data, new JsonPlaces(given.text))
  const problemAt = problemsInText(given)
  return repeated.map(({ key, at }) => ({ ...problemAt(at, REPEATED_KEY), value: formatValue(key) }))
}
