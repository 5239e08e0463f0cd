import { isUtf8 } from 'node:buffer'
import { extname } from 'node:path'
import { UnreadableError } from '../../values/errors.ts'

type OtherKind = readonly [kind: string, advice: string]

const document = 'Save it as plain text, Markdown, HTML, PDF or DOCX.'
const lines = 'Give JSON lines, as .jsonl: a report on each line.'

/** The first bytes of files that are no text, in hexadecimal. */
const magicNumbers: readonly [begins: RegExp, ...OtherKind][] = [
  [/^d0cf11e0/, 'an old Word document', document],
  [/^1f8b/, 'compressed by gzip', 'Unpack it first.'],
  [/^(28b52ffd|fd377a585a|425a68)/, 'compressed by zstd, xz or bzip2', 'Unpack it first.'],
  [/^(89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646.{8}57454250)/, 'a picture', 'Only text is read.'],
  [
    /^(494433|4f676753|664c6143|.{8}66747970|52494646.{8}(57415645|41564920))/,
    'a recording',
    'Only text is read.',
  ],
  [/^53514c69746520666f726d6174203300/, 'an SQLite database', 'Only text is read.'],
  [/^(7f454c46|4d5a90|cffaedfe)/, 'a program', 'Only text is read.'],
]

/** The same of files that are text, but no report's. */
const textOpenings: readonly [begins: RegExp, ...OtherKind][] = [
  [/^%!PS/, 'PostScript', 'Save its text as .txt.'],
  [/^\s*\{\\rtf/, 'rich text (RTF)', document],
]

/** Whether the lines of a text have the same few signs that divide columns, all of them: a table, whatever it is called. */
function isTable(text: string): boolean {
  const rows = text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  if (rows.length < 4 || rows.every((row) => /[.!?]["”’]?\s*$/.test(row))) return false
  return [',', ';', '\t', '|'].some((sign) => {
    const columns = rows.map((row) => row.replace(/"[^"]*"/g, '').split(sign).length)
    const least = sign === '\t' ? 2 : rows.length < 6 ? 4 : 3
    return (columns[0] as number) >= least && columns.every((count) => count === columns[0])
  })
}

const webArchive = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type: ?multipart\/related/i
const xml = /^\s*<\?xml\b(?![\s\S]{0,2000}<html)/i

/** Kinds that a name's ending tells, where the content alone would not. */
const kindByEnding: Readonly<Record<string, OtherKind>> = {
  '.json': ['JSON', lines],
  '.mht': ['a web archive (MHTML)', 'Save the page as HTML.'],
  '.mhtml': ['a web archive (MHTML)', 'Save the page as HTML.'],
  '.csv': ['a table (CSV)', lines],
  '.tsv': ['a table (TSV)', lines],
  '.yaml': ['YAML', 'A dossier is taken by hearsay import.'],
  '.yml': ['YAML', 'A dossier is taken by hearsay import.'],
}

/** Refuses what is no report for what it is: stored as plain text, it would be an empty source for good. */
export function refuseOtherFormat(file: string, bytes: Buffer): void {
  // A text may begin with the letters of a magic number; what follows in such a file is no text.
  const binary = isText(bytes) ? undefined : kindByOpening(magicNumbers, bytes.toString('hex', 0, 16))
  const [kind, advice] = binary ?? textKind(file, bytes.toString('latin1', 0, 4096)) ?? []
  if (kind) throw new UnreadableError(`is ${kind}. ${advice}`)
}

const isText = (bytes: Buffer): boolean => isUtf8(bytes) && !bytes.includes(0)

function kindByOpening(
  table: readonly [begins: RegExp, ...OtherKind][],
  head: string,
): OtherKind | undefined {
  const [, kind, advice] = table.find(([begins]) => begins.test(head)) ?? []
  return kind === undefined ? undefined : [kind, advice as string]
}

function textKind(file: string, head: string): OtherKind | undefined {
  const known = kindByOpening(textOpenings, head) ?? kindByEnding[extname(file).toLowerCase()]
  if (known) return known
  const text = head.replaceAll('\r\n', '\n')
  if (webArchive.test(text)) return kindByEnding['.mhtml']
  if (isTable(text)) return ['a table', lines]
  if (/^hearsay: ?\d/m.test(text)) return kindByEnding['.yaml']
  return xml.test(text) ? ['XML', 'Save its text as .txt or .html.'] : undefined
}
