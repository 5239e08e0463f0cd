import type { Problem } from '../values/errors.ts'
import { MIB } from '../values/mib.ts'

/** The forms in which a dossier is written to a file. */
export const dossierFormats = ['yaml', 'jsonl', 'json'] as const
export type DossierFormat = (typeof dossierFormats)[number]

/**
 * How large a file may be to be read, in MiB. A document of YAML is read into a tree of nodes that takes a hundred times its
 * size, and JSON into objects of ten times; of JSON lines there is one at a time in memory, and of each item its slug and place.
 */
export const LARGEST_READ = { yaml: 10, json: 128, jsonl: 8192 } as const satisfies Record<
  DossierFormat,
  number
>

const endings: Readonly<Record<string, DossierFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

/** The format that a file's name ends with, before `.gz` where it is compressed; undefined where it tells nothing. */
export const formatOfName = (file: string): DossierFormat | undefined =>
  endings[/\.(\w+)(\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? '']

/** Whether so much of a format is read again: YAML is measured in letters, and the others in bytes. */
export const isReadable = (format: DossierFormat, size: number): boolean => size <= LARGEST_READ[format] * MIB

/** A problem with a file as such. */
export const fileProblemAt = (file: string, message: string, line = 1): Problem => ({
  file,
  line,
  column: 1,
  path: '',
  value: '',
  message,
})

export const tooLargeFile = (file: string, line = 1): Problem =>
  fileProblemAt(
    file,
    `is too large: split it, or write it as JSON lines (YAML up to ${LARGEST_READ.yaml} MiB, JSON up to ${LARGEST_READ.json}, ` +
      `JSON lines up to ${LARGEST_READ.jsonl})`,
    line,
  )

export const notText = 'is not text: a dossier is YAML, JSON or JSON lines in UTF-8'
export const emptyFile = 'is empty: a dossier begins with hearsay: 1'
