import { realpathSync } from 'node:fs'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import { checkItems } from './check.ts'
import { gatherItems } from './gather.ts'
import { requireNoHistory } from './import-history.ts'
import { openInput } from './inputs.ts'
import type { ImportSummary } from './item-keys.ts'
import { inFileOrder } from './problem.ts'
import { Pruner, type Pruning } from './prune.ts'
import { dossiersIn } from './read.ts'
import { TextFile } from './text-file.ts'
import { LastDossier } from './whole-dossier.ts'
import { type ImportJob, type ImportProgress, writeItems } from './write-items.ts'

/**
 * Writes dossiers in one transaction, or throws a DossierError that names every problem in them. The same dossier again
 * changes nothing. The files may refer to each other, and to the graph, in any order.
 */
export function importDossiers(
  engine: ImmediateEngine,
  paths: readonly string[],
  progress?: ImportProgress,
): ImportSummary {
  const inputs = distinctPaths(paths).map(openInput)
  try {
    return importInputs(engine, inputs, progress)
  } finally {
    for (const input of inputs) if (input instanceof TextFile) input.close()
  }
}

/** What was named to be imported, each once, whatever names lead to it. */
export const distinctPaths = (paths: readonly string[]): string[] => [
  ...new Map(paths.map((path) => [realPathOf(path), path])).values(),
]

/** What is not there is left to whoever reads it. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** The same of inputs that have been opened. */
export function importInputs(
  engine: ImmediateEngine,
  inputs: readonly (TextFile | Problem)[],
  progress?: ImportProgress,
): ImportSummary {
  const files = inputs.filter((input) => input instanceof TextFile)
  const faults = inputs.filter((input): input is Problem => !(input instanceof TextFile))
  const last = new LastDossier()
  return importReadings(engine, {
    readings: files.flatMap((file) => [...dossiersIn(file, last)]),
    faults,
    files,
    progress,
    onChecked: () => last.clear(),
  })
}

/** Writes what readings give in one transaction, or throws a DossierError that names every problem in it. */
export function importReadings(engine: ImmediateEngine, job: ImportJob): ImportSummary {
  const { readings, faults = [], files = [], progress } = job
  const { items, unread } = gatherItems(readings, progress && readingProgress(files, progress))
  try {
    const seen = engine.state()
    const isComplete = faults.length + unread.length === 0
    const problems = [...faults, ...unread, ...checkItems(engine, items, { isComplete })]
    if (problems.length > 0) throw new DossierError(inFileOrder(problems))
    job.onChecked?.(items)
    return job.into
      ? job.into((target, state) => writeItems(target, items, state, job))
      : writeItems(engine, items, seen, job)
  } finally {
    items.close()
  }
}

/** Finds what is wrong with what readings give, and what an import of it would prune. Nothing is written. */
export function checkReadings(
  engine: ImmediateEngine,
  { readings, faults = [], note = '', onChecked }: ImportJob,
  isPruning = false,
): { readonly problems: readonly Problem[]; readonly pruning: Pruning | null } {
  const { items, unread } = gatherItems(readings)
  try {
    if (items.history.isThere) requireNoHistory(engine)
    const isComplete = faults.length + unread.length === 0
    const problems = inFileOrder([...faults, ...unread, ...checkItems(engine, items, { isComplete })])
    onChecked?.(items)
    const isRight = isPruning && problems.length === 0
    return { problems, pruning: isRight ? new Pruner(engine).pruning(note, items) : null }
  } finally {
    items.close()
  }
}

/** Is to be called for each item. */
function readingProgress(files: readonly TextFile[], progress: ImportProgress): () => void {
  const read = files.map(() => 0)
  for (const [index, file] of files.entries())
    file.onRead = (bytes) => {
      read[index] = bytes
    }
  const size = files.reduce((sum, file) => sum + file.size, 1)
  return () => progress.read(read.reduce((sum, bytes) => sum + bytes, 0) / size)
}
