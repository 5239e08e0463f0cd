import { fileProblemAt, formatOfName } from '../dossier/file-format.ts'
import type { TextFile } from '../dossier/text-file.ts'
import type { Problem } from '../values/errors.ts'
import { formatNames } from './format-asked.ts'
import { headOf } from './import-formats.ts'
import type { FileHead } from './in/import-format.ts'
import { readWholeJson } from './in/json/whole-json.ts'
import { tableHead } from './in/mapping/draft/table-head.ts'

/** Why a file that is of no format by its beginning is no dossier either; none where it may be one. */
export function whyNoDossier(file: TextFile): readonly Problem[] {
  const head = headOf(file)
  if (isMarkup(head)) return [fileProblemAt(file.name, markup)]
  if (isTable(head)) return [unmapped(head)]
  if (isBlank(file, head)) return [fileProblemAt(file.name, blank)]
  return isOtherJson(file, head) ? otherJson(file, head) : []
}

const isTable = ({ name }: FileHead): boolean => /\.(csv|tsv|tab)(\.gz)?$/i.test(name)

const isMarkup = ({ text }: FileHead): boolean => /^\s*<(!doctype|html|head|script|\?xml)\b/i.test(text)

const markup =
  'is HTML or XML, which is not read: take the JSON-LD (<script type="application/ld+json">) out of a page and import that'

const needsMapping =
  'is a table: say what its columns are with --mapping FILE; hearsay map writes a first draft of such a file'

/** What is wrong with a table that nobody has mapped: it cannot be mapped as it is, or a mapping is missing. */
function unmapped(head: FileHead): Problem {
  const table = tableHead(head)
  return fileProblemAt(head.name, 'fault' in table ? table.fault : needsMapping)
}

/** Whether a file that is named otherwise than a dossier has nothing but remarks in it. */
function isBlank(file: TextFile, { text, bytes }: FileHead): boolean {
  if (formatOfName(file.name) !== undefined || bytes.length < file.size) return false
  return text.split('\n').every((line) => /^\s*([#;].*)?$/.test(line))
}

const blank = 'is empty: there is nothing in it to import'

/** Whether a file is JSON that says nowhere that it is a dossier. */
const isOtherJson = (file: TextFile, { text }: FileHead): boolean =>
  /^\s*(\{\s*["}]|\[)/.test(text) && !hasWord(file, 'hearsay')

const CHUNK = 1 << 20

function hasWord(file: TextFile, word: string): boolean {
  for (let start = 0; start < file.size; start += CHUNK)
    if (Buffer.from(file.read(start, start + CHUNK + word.length)).includes(word)) return true
  return false
}

function otherJson(file: TextFile, head: FileHead): readonly Problem[] {
  const json = isOfLines(head) ? null : readWholeJson(file)
  return json && !('data' in json) ? json : [fileProblemAt(file.name, unknownJson())]
}

/** Whether each line is JSON of its own, as far as the first tells. */
function isOfLines({ name, text }: FileHead): boolean {
  if (formatOfName(name) === 'jsonl') return true
  const [first = '', next] = text.trimStart().split('\n', 2)
  return /^\{.*\}\s*$/.test(first) && next?.startsWith('{') === true
}

const unknownJson = (): string =>
  'is JSON, and does not begin as anything that is known here: a dossier begins with {"hearsay": 1, and as JSON lines has that ' +
  `on its first line. If it is of another format, say which with --format: ${formatNames().join(', ')}`
