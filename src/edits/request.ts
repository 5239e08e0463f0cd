import type { FieldDifference } from '../model/history/field-difference.ts'
import type { Outcome } from '../sql/upsert.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import type { NodeId } from '../values/id.ts'
import type { Section } from '../values/node-kinds.ts'

/** What a writer is asked to do. Requests and results are plain data, so that they can go to another thread and back. */
export type WriteRequest =
  | RecordRequest
  | ReviewRequest
  | RemoveRequest
  | MergeRequest
  | UnmergeRequest
  | UndoRequest
  | ReadRequest
  | ImportRequest

interface Asked {
  /** The key of the user who asks; null for the person at the machine, who has no name. */
  readonly by: number | null
  readonly note?: string | undefined
}

/**
 * A node as somebody wants it, with the dossier's fields; references are slugs or ids. A field that is left out stays as it
 * is, null empties it, a list replaces the list. `id` or `slug` names the node.
 */
export type ItemInput = Readonly<Record<string, unknown>>

export interface RecordRequest extends Asked {
  readonly kind: 'record'
  readonly items: Readonly<Partial<Record<Section, readonly ItemInput[]>>>
  /** Where in the caller's input an item stands, where it is not `[section, index]`. */
  readonly root?: FieldPath | undefined
  /** The revision of the one node as the caller knows it. */
  readonly expectedRevision?: string | undefined
  /** Whether nodes are added alone, so that an id, or a slug that is taken, is a problem. */
  readonly onlyNew?: boolean | undefined
}

export interface ReviewRequest extends Asked {
  readonly kind: 'review'
  readonly reviews: readonly {
    readonly statement: string
    readonly verdict: 'ACCEPT' | 'REJECT'
    /** Fields of the statement that are mended with it. */
    readonly edits?: ItemInput | undefined
    readonly expectedRevision?: string | undefined
  }[]
}

export interface RemoveRequest extends Asked {
  readonly kind: 'remove'
  readonly node: string
  readonly expectedRevision?: string | undefined
}

export interface MergeRequest extends Asked {
  readonly kind: 'merge'
  readonly of: 'ENTITY' | 'CLAIM'
  readonly into: string
  readonly from: readonly string[]
}

export interface UnmergeRequest extends Asked {
  readonly kind: 'unmerge'
  readonly revision: string
}

export interface UndoRequest extends Asked {
  readonly kind: 'undo'
  readonly revision: string
}

export interface ReadRequest extends Asked {
  readonly kind: 'read'
  readonly report: {
    readonly text: string
    readonly title?: string | undefined
    /** An id or a slug. */
    readonly publisher?: string | undefined
    readonly kind?: string | undefined
    readonly url?: string | undefined
    readonly language?: string | undefined
    readonly publishedAt?: string | undefined
  }
}

export interface ImportRequest extends Asked {
  readonly kind: 'import'
  /** Where the file is, and what its owner calls it. */
  readonly file: { readonly path: string; readonly name: string }
  /** The name of its format; it is looked into where it is left out. */
  readonly format?: string | undefined
  /** What the columns of a table are, as plain data. */
  readonly mapping?: unknown
  /** Whether nothing is written, and only told what would come. */
  readonly dryRun: boolean
}

/** What an import has done, or would do. */
export interface ImportReport {
  /** What the file is; null where that could not be told. */
  readonly format: string | null
  /** How many items were read of each section. */
  readonly items: Readonly<Record<Section, number>>
  /** What has become of them in the graph; all 0 where nothing was written. */
  readonly counts: Readonly<Record<Section, Readonly<Record<Outcome, number>>>>
  /** The first of them. */
  readonly first: readonly { readonly section: Section; readonly fields: ItemInput }[]
  /** What has no place in the graph, the most first. */
  readonly left: readonly { readonly what: string; readonly count: number }[]
  /** The first of what is wrong. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
}

/** What was written; or what stands in the way, all of it at once, and then nothing was. */
export interface WriteResult {
  /** The key of the revision; null where nothing had to be changed, or nothing could be. */
  readonly revision: number | null
  /** What the caller named or made, in the order of the request. */
  readonly nodes: readonly NodeId[]
  readonly problems: readonly WriteProblem[]
  /** Of an import, what came of it. */
  readonly imported?: ImportReport
}

export type WriteProblem = InvalidInput | RevisionConflict | NodeInUse

interface ProblemPlace {
  /** The beginning of where it is: the argument, such as `input`. */
  readonly path: FieldPath
  readonly message: string
}

export interface InvalidInput extends ProblemPlace {
  readonly kind: 'INVALID'
  readonly nearest: readonly string[]
}

export interface RevisionConflict extends ProblemPlace {
  readonly kind: 'CONFLICT'
  /** The key of the revision that came in between. */
  readonly revision: number
  readonly theirs: readonly FieldDifference[]
}

export interface NodeInUse extends ProblemPlace {
  readonly kind: 'IN_USE'
  /** Who refers to it, the first 100 of them. */
  readonly by: readonly NodeId[]
  readonly total: number
}

/** Does what it is asked, one thing after the other: in this thread, or in one of its own. */
export interface WriteDesk {
  write(request: WriteRequest): Promise<WriteResult>
  close(): Promise<void>
}
