import type { ImmediateEngine } from '../sql/engine.ts'
import { lineProblems } from './line-texts.ts'
import { mergeRequested } from './merge.ts'
import { recordNodes } from './record.ts'
import { orProblems } from './refusal.ts'
import { removeNode } from './remove.ts'
import type { WriteDesk, WriteRequest, WriteResult } from './request.ts'
import { reviewStatements } from './review.ts'
import { undoRevision } from './undo.ts'
import { unmergeRequested } from './unmerge.ts'

/** Does what is asked, as one revision; or tells all that stands in the way, and does nothing. */
export async function performWrite(engine: ImmediateEngine, request: WriteRequest): Promise<WriteResult> {
  if (isDoneAtOnce(request)) return performAtOnce(engine, request)
  if (request.kind === 'import') {
    const { importFile } = await import('./import-file.ts')
    return refusedNote(request) ?? importFile(engine, request)
  }
  // What reads reports takes a while to load, and most writers never read any.
  const { readReport } = await import('./read.ts')
  return refusedNote(request) ?? orProblems(() => readReport(engine, request))
}

/** What needs nothing to be loaded first. */
export type RequestAtOnce = Exclude<WriteRequest, { readonly kind: 'read' | 'import' }>

export const isDoneAtOnce = (request: WriteRequest): request is RequestAtOnce =>
  request.kind !== 'read' && request.kind !== 'import'

export const performAtOnce = (engine: ImmediateEngine, request: RequestAtOnce): WriteResult =>
  refusedNote(request) ?? orProblems(() => performNow(engine, request))

function refusedNote({ note }: WriteRequest): WriteResult | null {
  const problems = lineProblems(note, ['note'], true)
  return problems.length > 0 ? { revision: null, nodes: [], problems } : null
}

function performNow(engine: ImmediateEngine, request: RequestAtOnce): WriteResult {
  switch (request.kind) {
    case 'record':
      return recordNodes(engine, request)
    case 'review':
      return reviewStatements(engine, request)
    case 'remove':
      return removeNode(engine, request)
    case 'merge':
      return mergeRequested(engine, request)
    case 'unmerge':
      return unmergeRequested(engine, request)
    case 'undo':
      return undoRevision(engine, request)
  }
}

/** Writes in this thread, over an engine of its own. */
export class LocalDesk implements WriteDesk {
  readonly #engine: ImmediateEngine

  constructor(engine: ImmediateEngine) {
    this.#engine = engine
  }

  write(request: WriteRequest): Promise<WriteResult> {
    return performWrite(this.#engine, request)
  }

  async close(): Promise<void> {
    this.#engine.close()
  }
}
