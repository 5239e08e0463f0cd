import { MIB } from '../values/mib.ts'

/** The forms in which a dossier is written to a file. */
export const dossierFormats = ['yaml', 'jsonl', 'json'] as const
export type DossierFormat = (typeof dossierFormats)[number]

/**
 * How large a file may be to be read, in MiB. YAML is read into a tree of nodes that takes a hundred times its size. JSON and JSON
 * lines take about ten; JSON is one text besides.
 */
export const LARGEST_READ = { yaml: 10, json: 128, jsonl: 256 } as const satisfies Record<
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

/** The format that a file's name ends with; undefined where it tells nothing. */
export const formatOfName = (file: string): DossierFormat | undefined =>
  endings[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '']

/** Whether so much of a format is read again: YAML is measured in letters, and the others in bytes. */
export const isReadable = (format: DossierFormat, size: number): boolean => size <= LARGEST_READ[format] * MIB
