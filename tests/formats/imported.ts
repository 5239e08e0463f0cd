import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importReadings } from '../../src/dossier/import.ts'
import type { ImportSummary } from '../../src/dossier/item-keys.ts'
import { TextFile } from '../../src/dossier/text-file.ts'
import type { ImportFormat } from '../../src/formats/in/import-format.ts'
import { KnownNodes } from '../../src/formats/in/known-nodes.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { DossierError, formatProblem } from '../../src/values/errors.ts'
import { exported } from '../exported.ts'

/** All files of tests share this module, and each file's folder goes when it is done. */
const path = mkdtempSync(join(tmpdir(), 'hearsay-'))
let written = 0

/** A file with that content, whose name ends so. */
export function fileOf(content: string | Uint8Array, ending: string): string {
  const name = join(path, `foreign-${++written}.${ending}`)
  writeFileSync(name, content)
  return name
}

export interface ForeignImport {
  /** What was written; null where anything was wrong. */
  readonly summary: ImportSummary | null
  readonly left: Readonly<Record<string, number>>
  /** What was wrong, as a person reads it, without the folder. */
  readonly problems: readonly string[]
}

/** Imports another tool's file into a graph as the command does. */
export async function importForeign(
  graph: ImmediateEngine,
  format: ImportFormat,
  name: string,
): Promise<ForeignImport> {
  const file = TextFile.open(name)
  try {
    const reading = await format.open(file, { nodes: new KnownNodes(graph) })
    if (!('read' in reading)) throw new DossierError(reading)
    const summary = importReadings(graph, { readings: [reading], files: [file] })
    return { summary, left: Object.fromEntries(reading.left), problems: [] }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    const problems = error.problems.map((problem) => formatProblem(problem).replace(`${path}/`, ''))
    return { summary: null, left: {}, problems }
  } finally {
    file.close()
  }
}

export type Line = Record<string, Record<string, unknown>>

/** The items of a graph's dossier, by their kind: `items('actor')`. */
export function itemsIn(graph: ImmediateEngine): (kind: string) => Record<string, unknown>[] {
  const lines = exported(graph)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  return (kind) => lines.flatMap((line) => (line[kind] ? [line[kind]] : []))
}
