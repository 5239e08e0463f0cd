import type { ImmediateEngine } from './engine.ts'
import type { Patience } from './patience.ts'
import type { EngineRefusal } from './refusal.ts'
import type { ServedEngine } from './served-engine.ts'

/** What opens graphs of one kind, which are in files or in databases; their addresses are told apart in model/address.ts. */
export interface EngineKind {
  /** Makes the graph where there is none, and brings an old one up to date. */
  openWriter(address: string, options: WriterOptions): ImmediateEngine
  /** An engine that only reads. */
  openReader(address: string): ImmediateEngine
  /** The same, of a graph that is there and up to date. Throws a GraphFileError where it is not. */
  openUpToDate(address: string): ImmediateEngine
  /** A graph to answer from, which is watched meanwhile. It must be there, and up to date. */
  openServed(address: string, options: ServedOptions): ServedEngine
  /** Refuses replicas that hold another graph than the one at an address. */
  refuseForeignReplicas(address: string, readFrom: readonly string[]): Promise<void>
  /** Whether a graph is at an address, with anything in it or not. Throws a GraphFileError where something else is. */
  isGraphAt(address: string): boolean
  /** Whether an error says that another writes to the graph. */
  isBusy(error: unknown): boolean
  /** Why it cannot write to a graph, or read it; undefined where an error is none of the engine's. */
  whyRefused(error: unknown): EngineRefusal | undefined
}

export interface WriterOptions {
  /** How long to wait for another that writes; a few seconds where it is left out. */
  readonly patience?: Patience | undefined
  /** Whether what has been committed is on the disk itself, so that a power cut takes none of it. A database says so itself. */
  readonly durable?: boolean | undefined
  /** Whether it fails at once where another writes, for whoever must not stand still. */
  readonly atOnce?: boolean | undefined
  /** Puts the first things into a graph that holds nothing yet. Whoever is interrupted there begins again. */
  readonly begin?: ((engine: ImmediateEngine) => void) | undefined
}

export interface ServedOptions {
  /** Addresses of databases that follow the graph's own, and may be read from in its place. */
  readonly readFrom?: readonly string[] | undefined
  /** How many connections there are at most, to each database. */
  readonly connections?: number | undefined
}
