import type { FieldPath, Problem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import type { Fields } from './fields.ts'
import type { HistoryFault } from './history-rows.ts'

/** A dossier in a file, or one of several: what is wrong with it is told by its lines. */
export interface DossierPart {
  readonly file: string
  /** What a check says that it has looked through, such as `these files`. */
  readonly whole: string
  /** A problem at a path; where the path leads nowhere, at the last part of it that is there. `nearest` would be right. */
  problem(path: FieldPath, message: string, nearest?: readonly string[]): Problem
}

/** A whole dossier as plain data. */
export interface DossierDraft extends DossierPart {
  readonly data: unknown
}

/** An item that a file before this one has. */
export interface EarlierItem {
  readonly section: Section
  readonly fields: Fields
}

/** Takes a dossier's items one after the other, as they stand there. */
export interface ItemSink {
  /** All of the dossier but its items, in whose lists' place are empty ones. */
  head(data: unknown): void
  /** @param isComposed Whether its text is known to be in Unicode's composed form. */
  item(section: Section, index: number, fields: unknown, isComposed: boolean): void
  /** What another file of the same import, read before this one, has by a slug of that section's space. */
  earlier(section: Section, slug: string): EarlierItem | undefined
  /** A line of the history, which only JSON lines have. Returns what is wrong with it. */
  history(given: unknown): readonly HistoryFault[]
}

/** A dossier that can be read, and read again. */
export interface DossierReading {
  readonly part: DossierPart
  /** @returns What is wrong with its text; where anything is, its items are not to be looked at. */
  read(sink: ItemSink): readonly Problem[]
}
