import { MIB } from '../values/mib.ts'

/** The forms in which a dossier is written to a file. */
export const dossierFormats = ['yaml', 'jsonl', 'json'] as const
export type DossierFormat = (typeof dossierFormats)[number]

/**
 * How large a file may be to be read, in MiB. YAML is read into a tree of nodes that takes a hundred times its size; JSON takes
 * about ten, as one text, which can be no longer than half a gigabyte; JSON lines are read one by one.
 */
export const LARGEST_READ = { yaml: 10, json: 128, jsonl: 512 } as const satisfies Record<
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
