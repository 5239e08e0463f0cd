import { realpathSync } from 'node:fs'
import { anImport } from '../model/history/journal.ts'
import { WrittenForms } from '../model/history/written.ts'
import { slugsOf } from '../model/nodes/slug.ts'
import { removeNodes } from '../model/put-forms.ts'
import { revise, reviseBulk } from '../model/transact.ts'
import type { Writers } from '../model/writers.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import { checkItems } from './check.ts'
import type { DossierReading } from './draft.ts'
import { gatherItems } from './gather.ts'
import { Importer } from './importer.ts'
import { openInput } from './inputs.ts'
import type { ImportSummary } from './item-keys.ts'
import type { DossierItems } from './items.ts'
import { inFileOrder } from './problem.ts'
import { Pruner, type Pruning } from './prune.ts'
import { dossiersIn } from './read.ts'
import { TextFile } from './text-file.ts'
import { LastDossier } from './whole-dossier.ts'

/** The least new statements, and the least part of the graph's statements, from which on a load is quicker in bulk. */
const LARGE = 5000
const LARGE_PART = 0.2

/** Is told how far an import is. */
export interface ImportProgress {
  /** An item has been read; `share` is how much of the files that is. */
  read(share: number): void
  /** An item has been written, of so many. */
  written(of: number): void
}

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

/** What is imported together. */
export interface ImportJob {
  readonly readings: readonly DossierReading[]
  /** What is wrong already, such as files that cannot be opened. */
  readonly faults?: readonly Problem[]
  /** The files that the readings read, by which it is told how far they are. */
  readonly files?: readonly TextFile[]
  readonly progress?: ImportProgress | undefined
  /** Called once all was found right, before anything is written. */
  readonly onChecked?: (items: DossierItems) => void
  /** The key of the user who imports; null for whoever works on the file itself. */
  readonly by?: number | null
  /** Is told the revision; null where nothing had to be changed. */
  readonly onRevision?: (revision: number | null) => void
  /** The note of the revision. */
  readonly note?: string | undefined
  /** Takes away what earlier imports with this note made and is not there any more; it is called once that is known. */
  readonly onPruning?: ((pruning: Pruning) => void) | undefined
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
    return writeItems(engine, items, seen, job)
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

function writeItems(
  engine: ImmediateEngine,
  items: DossierItems,
  seen: string,
  { progress, note, by = null, onPruning, onRevision }: ImportJob,
): ImportSummary {
  const run = isLarge(engine, items) ? reviseBulk : revise
  const { done, revision } = run(engine, { ...anImport, note, by }, (writers) => {
    // Another process has written between the check and the lock: what was right may not be any more.
    if (engine.state() !== seen) {
      const problems = checkItems(engine, items, { isAgain: true })
      if (problems.length > 0) throw new DossierError(problems)
    }
    const onItem = () => progress?.written(items.size)
    const summary = new Importer(engine, writers, items, { onItem }).run()
    if (onPruning) prune(engine, writers, new Pruner(engine).pruning(note ?? '', items), onPruning)
    return summary
  })
  onRevision?.(revision)
  return done
}

function prune(
  engine: ImmediateEngine,
  writers: Writers,
  pruning: Pruning,
  onPruning: (pruning: Pruning) => void,
): void {
  onPruning(pruning)
  removeNodes(writers, new WrittenForms(engine), pruning.gone)
}

/** Whether a load is large, by what is new: a dossier that the graph holds already is compared, and writes nothing. */
function isLarge(engine: ImmediateEngine, items: DossierItems): boolean {
  const slugs = slugsOf(engine)
  const statements = items.slugsIn('statement')
  if (statements.size < LARGE) return false
  const there = slugs.greatestId('statement')
  if (there === 0) return true
  let coming = 0
  for (const slug of statements.keys()) if (!slugs.find('statement', slug)) coming++
  return coming >= LARGE && coming >= there * LARGE_PART
}
