import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../kit/problem.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportDraft } from './import-request.ts'
import type { Mapping } from './mapping.ts'

/** The file that is being imported, and all that is known and wanted of it. */
export interface KeptImport {
  readonly file: File | null
  /** What the file is; null while that is being read. */
  readonly draft: ImportDraft | null
  readonly mapping: Mapping | null
  readonly note: string
  readonly busy: 'reading' | 'looking' | 'importing' | null
  /** Why the server was not asked, or refused. */
  readonly failure: Problem | null
  /** What came of it, or would come. */
  readonly report: ImportReport | null
  /** Whether the report is of an import, and not of a look at what would come. */
  readonly isImport: boolean
}

export const nothingKept: KeptImport = {
  file: null,
  draft: null,
  mapping: null,
  note: '',
  busy: null,
  failure: null,
  report: null,
  isImport: false,
}

/**
 * What the page keeps for as long as the explorer is open, so that whoever looks at a page of what came finds the file and its
 * mapping when they come back. Files are private and large, so nothing else keeps them.
 */
let kept = nothingKept
const keptListeners = new Set<() => void>()

export const keptImport = (): KeptImport => kept

export function keepImport(changed: Partial<KeptImport>): void {
  kept = { ...kept, ...changed }
  for (const listener of keptListeners) listener()
}

export function useKeptImport(): KeptImport {
  const [shown, show] = useState(kept)
  useEffect(() => {
    const listener = () => show(kept)
    listener()
    keptListeners.add(listener)
    return () => void keptListeners.delete(listener)
  }, [])
  return shown
}
