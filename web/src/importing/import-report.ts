import type { Section } from '../../../src/values/node-kinds.ts'

/** What has become of a node in the graph. */
export type ImportOutcome = 'created' | 'updated' | 'unchanged'

/** Something that is wrong in the file, or in its mapping, and where. */
export interface FileProblem {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly path?: string
  readonly value?: string
  readonly message: string
}

/** What `POST /import` answers: what an import has done, or would do. */
export interface ImportReport {
  readonly revision: string | null
  /** What the file was read as; null where that could not be told. */
  readonly format: string | null
  readonly items: Readonly<Record<Section, number>>
  readonly counts: Readonly<Record<Section, Readonly<Record<ImportOutcome, number>>>>
  /** The first of what was read. */
  readonly first: readonly { readonly section: Section; readonly fields: Readonly<Record<string, unknown>> }[]
  /** What has no place in the graph, the most first. */
  readonly left: readonly { readonly what: string; readonly count: number }[]
  /** The first of what is wrong. */
  readonly problems: readonly FileProblem[]
  readonly problemCount: number
}
