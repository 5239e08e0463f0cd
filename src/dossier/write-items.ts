import { anImport } from '../model/history/journal.ts'
import { WrittenForms } from '../model/history/written.ts'
import { slugsOf } from '../model/nodes/slug.ts'
import { removeNodes } from '../model/put-forms.ts'
import { loadUnrecorded, revise, reviseBulk } from '../model/transact.ts'
import type { Writers } from '../model/writers.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import { checkItems } from './check.ts'
import type { DossierReading } from './draft.ts'
import { putHistory, requireNoHistory } from './import-history.ts'
import { Importer } from './importer.ts'
import type { ImportSummary } from './item-keys.ts'
import type { DossierItems } from './items.ts'
import { Pruner, type Pruning } from './prune.ts'
import { sections } from './sections.ts'
import type { TextFile } from './text-file.ts'

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
 * Has items written to a graph that is made for them, with which they were not compared: it holds nothing yet, or is in the state
 * that `seen` names.
 */
export type ItemsWriting = (write: (target: ImmediateEngine, seen: string) => ImportSummary) => ImportSummary

/** What is imported together. */
export interface ImportJob {
  readonly readings: readonly DossierReading[]
  /** What is wrong already, such as files that cannot be opened. */
  readonly faults?: readonly Problem[]
  /** The files that the readings read, by which it is told how far they are. */
  readonly files?: readonly TextFile[]
  readonly progress?: ImportProgress | undefined
  /** Where they are written; into the graph with which they were compared, where it is left out. */
  readonly into?: ItemsWriting | undefined
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

/**
 * Writes items of which nothing is wrong, as one revision.
 *
 * @param seen The graph's state when they were checked.
 */
export function writeItems(
  engine: ImmediateEngine,
  items: DossierItems,
  seen: string,
  { progress, note, by = null, onPruning, onRevision }: ImportJob,
): ImportSummary {
  if (items.history.isThere) return writeWithHistory(engine, items, progress)
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

/** The nodes get the ids that they had, and the journal is the dossier's own. */
function writeWithHistory(
  engine: ImmediateEngine,
  items: DossierItems,
  progress: ImportProgress | undefined,
): ImportSummary {
  const { history } = items
  return loadUnrecorded(engine, (writers) => {
    requireNoHistory(engine)
    const idOf = (noun: Section, slug: string) => history.idOf(sections[noun].keyTable, slug)
    const onItem = () => progress?.written(items.size)
    const summary = new Importer(engine, writers, items, { idOf, onItem }).run()
    putHistory(engine, history)
    return summary
  })
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
