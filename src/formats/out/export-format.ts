import type { ExportedGraph } from './exported-graph.ts'

/** Takes what is written of a file. */
export interface Sink {
  write(content: string | Uint8Array): void
}

/** Takes the files of a bundle, one after the other: whoever begins a file has ended the one before. */
export interface BundleSink {
  file(name: string): Sink
}

/** What an export has written, and what it could not. */
export interface ExportTally {
  /** How much of what was written, such as `statements`. */
  readonly written: Readonly<Record<string, number>>
  /** What the graph has and the format has no place for, such as `claims without a statement`, and how much of it. */
  readonly left: Readonly<Record<string, number>>
}

/** What an export is asked for besides its format. */
export interface ExportRequest {
  /** The address at which the graph's pages are served, without a slash at its end; null where it is not known. */
  readonly baseUrl: string | null
  /** The moment of the export, for formats that say it. */
  readonly at: Date
  /** Whether a dossier has the history as well. */
  readonly withHistory?: boolean | undefined
}

interface FormatNames {
  /** By which it is asked for: `hearsay export --format gexf`. */
  readonly name: string
  /** What it is called in sentences, such as `GEXF`. */
  readonly title: string
  /** What the names of its files end in, without the dot: the first is the usual one. */
  readonly endings: readonly string[]
  /** What is in it, as a sentence for help and documentation. */
  readonly description: string
}

/** A format of one file. */
export interface FileFormat extends FormatNames {
  readonly isBundle: false
  readonly mediaType: string
  write(graph: ExportedGraph, sink: Sink, request: ExportRequest): ExportTally
}

/** A format of several files, which are packed into one where they go to a single place. */
export interface BundleFormat extends FormatNames {
  readonly isBundle: true
  write(graph: ExportedGraph, bundle: BundleSink, request: ExportRequest): ExportTally
}

/** A format that the graph, or a part of it, can be written in. It is read in one snapshot. */
export type ExportFormat = FileFormat | BundleFormat
